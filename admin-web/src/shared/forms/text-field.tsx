import type { ComponentProps } from 'react'
import { Field } from './field.tsx'

type TextFieldProps = ComponentProps<'input'> & {
  label: string
  hint?: string | undefined
  error?: string | undefined
}

export const TextField = ({ label, hint, error, ...input }: TextFieldProps) => (
  <Field label={label} hint={hint} error={error}>
    {(control) => (
      <input
        type="text"
        dir="auto"
        {...input}
        {...control}
        className={`input w-full ${error ? 'input-error' : ''}`}
      />
    )}
  </Field>
)
