import type { ReactNode } from 'react'

type SubmitButtonProps = { pending: boolean; disabled?: boolean; className?: string; children: ReactNode }

/** Submits its form, once at a time. It keeps the focus while the desk answers. */
export function SubmitButton({
  pending,
  disabled = false,
  className = 'btn-primary',
  children,
}: SubmitButtonProps) {
  return (
    <button
      type="submit"
      className={`btn aria-disabled:opacity-60 ${className}`}
      disabled={disabled}
      aria-disabled={pending}
      onClick={(event) => pending && event.preventDefault()}
    >
      {pending && <span className="spinner" aria-hidden="true" />}
      {children}
    </button>
  )
}
