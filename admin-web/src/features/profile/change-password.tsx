import { z } from 'zod'
import { passwordSchema } from '../../../../core/users/user.ts'
import { CurrentPasswordField } from '../../shared/forms/current-password-field.tsx'
import { FormProblem } from '../../shared/forms/form-problem.tsx'
import { NewPasswordField } from '../../shared/forms/new-password-field.tsx'
import { SubmitButton } from '../../shared/forms/submit-button.tsx'
import { fieldOf, useSchemaForm } from '../../shared/forms/use-schema-form.ts'
import { Panel } from '../../shared/ui/panel.tsx'
import { useChangePassword } from './use-change-password.ts'

const blank = { current: '', password: '' }
const schema = z.object({
  current: z.string().min(1, 'Enter your current password.'),
  password: passwordSchema,
})

export function ChangePassword() {
  const change = useChangePassword()
  const form = useSchemaForm(schema, blank, change.error)
  const submit = form.handleSubmit((body) => change.mutate(body, { onSuccess: () => form.reset() }))
  return (
    <Panel title="Password">
      <form noValidate className="space-y-4" onSubmit={submit}>
        <FormProblem error={change.error} fields={Object.keys(blank)} />
        <CurrentPasswordField label="Current password" {...fieldOf(form, 'current')} />
        <NewPasswordField
          label="New password"
          hint="Changing it signs out your other devices."
          {...fieldOf(form, 'password')}
        />
        <SubmitButton pending={change.isPending}>Change password</SubmitButton>
      </form>
    </Panel>
  )
}
