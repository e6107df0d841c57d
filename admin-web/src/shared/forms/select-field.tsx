import type { ComponentProps } from 'react'
import { Field } from './field.tsx'

type SelectFieldProps = ComponentProps<'select'> & {
  label: string
  hint?: string | undefined
  error?: string | undefined
  options: readonly { value: string; label: string; disabled?: boolean }[]
}

export const SelectField = ({ label, hint, error, options, ...select }: SelectFieldProps) => (
  <Field label={label} hint={hint} error={error}>
    {(control) => (
      <select {...select} {...control} className="select w-full">
        {options.map((option) => (
          <option key={option.value} value={option.value} disabled={option.disabled}>
            {option.label}
          </option>
        ))}
      </select>
    )}
  </Field>
)
