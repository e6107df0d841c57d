import type { ReactNode } from 'react'

type SubmitButtonProps = { pending: boolean; className?: string; children: ReactNode }

export function SubmitButton({ pending, className = 'btn-primary', children }: SubmitButtonProps) {
  return (
    <button type="submit" className={`btn ${className}`} disabled={pending}>
      {pending && <span className="loading loading-spinner loading-sm" aria-hidden="true" />}
      {children}
    </button>
  )
}
