import { maxAnswer } from '../../../../core/tickets/fields/check-answers.ts'
import { CheckField } from '../forms/check-field.tsx'
import { Field } from '../forms/field.tsx'
import { SelectField } from '../forms/select-field.tsx'
import { TextField } from '../forms/text-field.tsx'
import type { AnswerFieldProps } from './answer-field-props.ts'

/** The input for a field of a category. */
export function AnswerField({ field, input }: AnswerFieldProps) {
  const { kind, help: hint, options = [] } = field
  const label = field.required ? field.label : `${field.label} (optional)`
  if (kind === 'checkbox') return <CheckField label={field.label} hint={hint} {...input} />
  if (kind === 'select')
    return (
      <SelectField
        label={label}
        hint={hint}
        options={[
          { value: '', label: 'Choose an option' },
          ...options.map((value) => ({ value, label: value })),
        ]}
        {...input}
      />
    )
  if (kind === 'long-text') return <LongText label={label} hint={hint} {...input} />
  return (
    <TextField
      label={label}
      hint={hint}
      {...(kind === 'date' ? { type: 'date' } : {})}
      {...(kind === 'number' ? { inputMode: 'decimal' as const } : {})}
      {...(kind === 'text' ? { maxLength: maxAnswer.text } : {})}
      {...input}
    />
  )
}

type LongTextProps = AnswerFieldProps['input'] & { label: string; hint: string | undefined }

const LongText = ({ label, hint, error, ...area }: LongTextProps) => (
  <Field label={label} hint={hint} error={error}>
    {(control) => (
      <textarea
        dir="auto"
        rows={4}
        maxLength={maxAnswer['long-text']}
        {...area}
        {...control}
        className={`textarea w-full font-[inherit] ${error ? 'textarea-error' : ''}`}
      />
    )}
  </Field>
)
