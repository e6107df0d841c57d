import { type ReactNode, useEffect, useRef } from 'react'
import type { FieldErrors } from './field-errors.ts'

type FormProps = { errors: FieldErrors; onSubmit: () => void; className?: string; children: ReactNode }

/** A form whose checks are ours: after a refusal the first wrong field has the focus. */
export function Form({ errors, onSubmit, className = 'space-y-4', children }: FormProps) {
  const form = useRef<HTMLFormElement>(null)
  const wrong = Object.keys(errors).length

  // What the desk finds wrong is known later than the submission; what our schema finds, in the next render.
  useEffect(() => {
    if (wrong > 0) focusFirstWrong(form.current)
  }, [wrong])

  return (
    <form
      ref={form}
      noValidate
      className={className}
      onSubmit={(event) => {
        event.preventDefault()
        onSubmit()
        setTimeout(() => focusFirstWrong(form.current))
      }}
    >
      {children}
    </form>
  )
}

const focusFirstWrong = (form: HTMLFormElement | null) =>
  form?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
