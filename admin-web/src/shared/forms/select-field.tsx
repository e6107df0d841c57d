import { Field } from './field.tsx'

type SelectFieldProps<Value extends string> = {
  label: string
  hint?: string
  error?: string | undefined
  value: Value
  options: readonly { value: Value; label: string; disabled?: boolean }[]
  onChange: (value: Value) => void
}

export function SelectField<Value extends string>({
  label,
  hint,
  error,
  ...select
}: SelectFieldProps<Value>) {
  const { value, options, onChange } = select
  return (
    <Field label={label} error={error} {...(hint ? { hint } : {})}>
      {(control) => (
        <select
          {...control}
          className="select w-full"
          value={value}
          onChange={(event) => onChange(event.target.value as Value)}
        >
          {options.map((option) => (
            <option key={option.value} value={option.value} disabled={option.disabled}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}
