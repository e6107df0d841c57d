import { useState } from 'react'
import { z } from 'zod'
import { fieldErrorsIn } from '../../shared/forms/field-errors.ts'
import { Form } from '../../shared/forms/form.tsx'
import { FormProblem } from '../../shared/forms/form-problem.tsx'
import { SelectField } from '../../shared/forms/select-field.tsx'
import { SubmitButton } from '../../shared/forms/submit-button.tsx'
import { TextField } from '../../shared/forms/text-field.tsx'
import { useFieldErrors } from '../../shared/forms/use-field-errors.ts'
import { ScopesField } from './scopes-field.tsx'
import type { NewApiKey, useCreateApiKey } from './use-api-keys.ts'

const schema = z.object({
  name: z.string().trim().min(1, 'Give it a name.').max(80),
  scopes: z.array(z.string()).min(1, 'Choose at least one scope.'),
})
const blank: NewApiKey = { name: '', scopes: ['tickets:read'], expiresInDays: 90 }
const expiries = [
  { value: '7', label: '7 days' },
  { value: '30', label: '30 days' },
  { value: '90', label: '90 days' },
  { value: '365', label: 'A year' },
]

type NewKeyFormProps = { create: ReturnType<typeof useCreateApiKey>; onCancel: () => void }

export function NewKeyForm({ create, onCancel }: NewKeyFormProps) {
  const [typed, setTyped] = useState(blank)
  const { errors: found, check, clear } = useFieldErrors()
  const errors = { ...fieldErrorsIn(create.error), ...found }
  const set = <F extends keyof NewApiKey>(field: F, value: NewApiKey[F]) => {
    setTyped((before) => ({ ...before, [field]: value }))
    clear(field)
  }
  return (
    <Form errors={errors} onSubmit={() => check(schema, typed) && create.mutate(typed)}>
      <FormProblem error={create.error} fields={Object.keys(blank)} />
      <TextField
        label="Name"
        hint="What it is for."
        maxLength={80}
        value={typed.name}
        error={errors.name}
        onChange={(name) => set('name', name)}
      />
      <ScopesField value={typed.scopes} error={errors.scopes} onChange={(scopes) => set('scopes', scopes)} />
      <SelectField
        label="Expires after"
        value={String(typed.expiresInDays)}
        options={expiries}
        onChange={(days) => set('expiresInDays', Number(days))}
      />
      <div className="modal-action">
        <button type="button" className="btn btn-plain" onClick={onCancel}>
          Cancel
        </button>
        <SubmitButton pending={create.isPending}>Make the key</SubmitButton>
      </div>
    </Form>
  )
}
