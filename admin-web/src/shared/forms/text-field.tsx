import type { ComponentProps } from 'react'
import { Field } from './field.tsx'

type TextFieldProps = Omit<ComponentProps<'input'>, 'onChange' | 'value'> & {
  label: string
  hint?: string
  error?: string | undefined
  value: string
  onChange: (value: string) => void
}

export function TextField({ label, hint, error, onChange, ...input }: TextFieldProps) {
  return (
    <Field label={label} error={error} {...(hint ? { hint } : {})}>
      {(control) => (
        <input
          type="text"
          {...input}
          {...control}
          className={`input w-full ${error ? 'input-error' : ''}`}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  )
}
