import type { ReactNode } from 'react'

type SubmitButtonProps = { pending: boolean; disabled?: boolean; className?: string; children: ReactNode }

export function SubmitButton({
  pending,
  disabled = false,
  className = 'btn-primary',
  children,
}: SubmitButtonProps) {
  return (
    <button type="submit" className={`btn ${className}`} disabled={pending || disabled}>
      {pending && <span className="loading loading-spinner loading-sm" aria-hidden="true" />}
      {children}
    </button>
  )
}
