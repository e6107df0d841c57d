import { useState } from 'react'
import { z } from 'zod'
import type { ApiKeyScope } from '../../../../core/users/api-keys/api-key.ts'
import { CurrentPasswordField } from '../../shared/forms/current-password-field.tsx'
import { fieldErrorsIn } from '../../shared/forms/field-errors.ts'
import { FormProblem } from '../../shared/forms/form-problem.tsx'
import { SelectField } from '../../shared/forms/select-field.tsx'
import { SubmitButton } from '../../shared/forms/submit-button.tsx'
import { TextField } from '../../shared/forms/text-field.tsx'
import { fieldOf, useSchemaForm } from '../../shared/forms/use-schema-form.ts'
import { DialogButtons } from '../../shared/ui/dialog-buttons.tsx'
import { ScopesField } from './scopes-field.tsx'
import type { NewApiKey, useCreateApiKey } from './use-api-keys.ts'

const schema = z.object({
  name: z.string().trim().min(1, 'Enter a name.').max(80),
  scopes: z.array(z.custom<ApiKeyScope>()).min(1, 'Choose at least one scope.'),
  expiresInDays: z.coerce.number<number>(),
  password: z.string().optional(),
})
const blank: NewApiKey = { name: '', scopes: ['tickets:read'], expiresInDays: 90, password: undefined }
const expiries = [
  { value: '7', label: '7 days' },
  { value: '30', label: '30 days' },
  { value: '90', label: '90 days' },
  { value: '365', label: '1 year' },
]

type NewKeyFormProps = { create: ReturnType<typeof useCreateApiKey>; onCancel: () => void }

export function NewKeyForm({ create, onCancel }: NewKeyFormProps) {
  const form = useSchemaForm(schema, blank, create.error)
  const [asksPassword, askPassword] = useState(false)
  if (!asksPassword && 'password' in fieldErrorsIn(create.error)) askPassword(true)
  return (
    <form noValidate className="space-y-4" onSubmit={form.handleSubmit((key) => create.mutate(key))}>
      <FormProblem error={create.error} fields={Object.keys(blank)} />
      <TextField label="Name" hint="What the key is for." maxLength={80} {...fieldOf(form, 'name')} />
      <ScopesField control={form.control} />
      <SelectField label="Expires after" options={expiries} {...fieldOf(form, 'expiresInDays')} />
      {asksPassword && <CurrentPasswordField {...fieldOf(form, 'password')} />}
      <DialogButtons onCancel={onCancel}>
        <SubmitButton pending={create.isPending}>Create key</SubmitButton>
      </DialogButtons>
    </form>
  )
}
