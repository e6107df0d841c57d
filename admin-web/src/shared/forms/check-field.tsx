import { type ComponentProps, useId } from 'react'

type CheckFieldProps = ComponentProps<'input'> & {
  label: string
  hint?: string | undefined
  error?: string | undefined
}

/** A checkbox, or a switch by its class, with what it means and what is wrong below the label. */
export function CheckField({
  label,
  hint,
  error,
  className = 'checkbox checkbox-primary',
  ...input
}: CheckFieldProps) {
  const id = useId()
  const said = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ')
  return (
    <div className="flex items-start gap-3">
      <input
        {...input}
        id={id}
        type="checkbox"
        className={`mt-0.5 ${className}`}
        aria-invalid={Boolean(error)}
        aria-describedby={said || undefined}
      />
      <div>
        <label htmlFor={id} className="cursor-pointer wrap-anywhere">
          {label}
        </label>
        {hint && (
          <p id={`${id}-hint`} className="text-muted text-sm">
            {hint}
          </p>
        )}
        {error && (
          <p id={`${id}-error`} className="text-error text-sm">
            {error}
          </p>
        )}
      </div>
    </div>
  )
}
