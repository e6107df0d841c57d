import {
  type FieldKind,
  fieldKinds,
  maxFieldLabel,
  maxHelp,
  maxOptions,
} from '../../../../../core/catalog/form/category-field.ts'
import { CheckField } from '../../../shared/forms/check-field.tsx'
import { Field } from '../../../shared/forms/field.tsx'
import { SelectField } from '../../../shared/forms/select-field.tsx'
import { TextField } from '../../../shared/forms/text-field.tsx'
import { type DraftField, kindWords } from './draft-field.ts'

const kindOptions = fieldKinds.map((value) => ({ value, label: kindWords[value] }))

type FieldEditorProps = {
  field: DraftField
  /** @returns the complaint about a part of the field */
  errorAt: (part: string) => string | undefined
  onChange: (field: DraftField) => void
}

/** What is asked, in which form, and whether it must be answered. */
export function FieldEditor({ field, errorAt, onChange }: FieldEditorProps) {
  const change = (more: Partial<DraftField>) => onChange({ ...field, ...more })
  return (
    <div className="grid gap-4 sm:grid-cols-[minmax(0,1fr)_10rem]">
      <TextField
        label="Label"
        maxLength={maxFieldLabel}
        value={field.label}
        error={errorAt('label')}
        onChange={({ target }) => change({ label: target.value })}
      />
      <SelectField
        label="Kind"
        options={kindOptions}
        value={field.kind}
        error={errorAt('kind')}
        onChange={({ target }) => change({ kind: target.value as FieldKind })}
      />
      {field.kind === 'select' && (
        <div className="sm:col-span-2">
          <Field label="Options" hint={`One per line, 2 to ${maxOptions}.`} error={errorAt('options')}>
            {(control) => (
              <textarea
                {...control}
                dir="auto"
                rows={4}
                className="textarea w-full"
                value={field.options}
                onChange={({ target }) => change({ options: target.value })}
              />
            )}
          </Field>
        </div>
      )}
      <div className="sm:col-span-2">
        <TextField
          label="Help text"
          maxLength={maxHelp}
          value={field.help}
          error={errorAt('help')}
          onChange={({ target }) => change({ help: target.value })}
        />
      </div>
      <div className="sm:col-span-2">
        <CheckField
          label="Required"
          hint={field.kind === 'checkbox' ? 'The box must be ticked.' : 'A ticket needs an answer.'}
          checked={field.required}
          onChange={({ target }) => change({ required: target.checked })}
        />
      </div>
    </div>
  )
}
