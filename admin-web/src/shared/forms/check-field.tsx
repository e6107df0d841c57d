import { type ComponentProps, useId } from 'react'

type CheckFieldProps = ComponentProps<'input'> & { label: string; hint: string }

/** A checkbox, or a switch by its class, with what it means below the label. */
export function CheckField({
  label,
  hint,
  className = 'checkbox checkbox-primary',
  ...input
}: CheckFieldProps) {
  const id = useId()
  return (
    <div className="flex items-start gap-3">
      <input
        {...input}
        id={id}
        type="checkbox"
        className={`mt-0.5 ${className}`}
        aria-describedby={`${id}-hint`}
      />
      <div>
        <label htmlFor={id} className="cursor-pointer">
          {label}
        </label>
        <p id={`${id}-hint`} className="text-muted text-sm">
          {hint}
        </p>
      </div>
    </div>
  )
}
