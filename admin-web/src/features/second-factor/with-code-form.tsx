import { type ReactNode, useState } from 'react'
import { z } from 'zod'
import { CurrentPasswordField } from '../../shared/forms/current-password-field.tsx'
import { fieldErrorsIn } from '../../shared/forms/field-errors.ts'
import { FormProblem } from '../../shared/forms/form-problem.tsx'
import { SubmitButton } from '../../shared/forms/submit-button.tsx'
import { TextField } from '../../shared/forms/text-field.tsx'
import { fieldOf, useSchemaForm } from '../../shared/forms/use-schema-form.ts'
import { DialogButtons } from '../../shared/ui/dialog-buttons.tsx'
import type { WithCode } from './use-second-factor.ts'

const schema = z.object({
  code: z.string().trim().min(1, 'Enter a code.'),
  password: z.string().optional(),
})
const blank: WithCode = { code: '', password: undefined }

type WithCodeFormProps = {
  action: string
  danger?: boolean
  pending: boolean
  error: unknown
  onSubmit: (given: WithCode) => void
  onCancel: () => void
  children: ReactNode
}

/** Asks for a code, and for the password where the desk wants it. */
export function WithCodeForm({
  action,
  danger,
  pending,
  error,
  onSubmit,
  onCancel,
  children,
}: WithCodeFormProps) {
  const form = useSchemaForm(schema, blank, error)
  const [asksPassword, askPassword] = useState(false)
  if (!asksPassword && 'password' in fieldErrorsIn(error)) askPassword(true)
  return (
    <form noValidate className="space-y-4" onSubmit={form.handleSubmit((given) => onSubmit(given))}>
      {children}
      <FormProblem error={error} fields={Object.keys(blank)} />
      <TextField
        label="Code"
        hint="From your authenticator app, or a recovery code."
        autoComplete="one-time-code"
        maxLength={100}
        {...fieldOf(form, 'code')}
      />
      {asksPassword && <CurrentPasswordField {...fieldOf(form, 'password')} />}
      <DialogButtons onCancel={onCancel}>
        <SubmitButton pending={pending} className={danger ? 'btn-error' : 'btn-primary'}>
          {action}
        </SubmitButton>
      </DialogButtons>
    </form>
  )
}
