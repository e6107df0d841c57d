import { useId } from 'react'
import type { AnswerFieldProps } from './answer-field-props.ts'

/** A box to tick, with its label beside it. */
export function AnswerCheckbox({ field: { label, help }, input: { error, ...input } }: AnswerFieldProps) {
  const id = useId()
  const said = [help && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ')
  return (
    <div>
      <div className="flex items-start gap-3">
        <input
          {...input}
          id={id}
          type="checkbox"
          className="checkbox checkbox-primary mt-0.5"
          aria-invalid={Boolean(error)}
          aria-describedby={said || undefined}
        />
        <label htmlFor={id} className="cursor-pointer wrap-anywhere">
          {label}
        </label>
      </div>
      {help && (
        <p id={`${id}-hint`} className="text-muted mt-1 text-sm">
          {help}
        </p>
      )}
      {error && (
        <p id={`${id}-error`} className="mt-1 text-sm text-error">
          {error}
        </p>
      )}
    </div>
  )
}
