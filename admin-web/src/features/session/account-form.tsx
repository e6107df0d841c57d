import { z } from 'zod'
import { emailSchema, nameSchema, passwordSchema } from '../../../../core/users/user.ts'
import { FormProblem } from '../../shared/forms/form-problem.tsx'
import { NewPasswordField } from '../../shared/forms/new-password-field.tsx'
import { SubmitButton } from '../../shared/forms/submit-button.tsx'
import { TextField } from '../../shared/forms/text-field.tsx'
import { fieldOf, useSchemaForm } from '../../shared/forms/use-schema-form.ts'

export type Account = { name: string; email: string; password: string }

type AccountFormProps = {
  action: string
  pending: boolean
  error: unknown
  onSubmit: (account: Account) => void
}

const blank: Account = { name: '', email: '', password: '' }
const schema = z.object({
  name: nameSchema,
  email: z.string().trim().pipe(emailSchema),
  password: passwordSchema,
})

/** Name, address and password of a new account. @param error why the API refused the last attempt */
export function AccountForm({ action, pending, error, onSubmit }: AccountFormProps) {
  const form = useSchemaForm(schema, blank, error)
  return (
    <form noValidate className="space-y-4" onSubmit={form.handleSubmit((account) => onSubmit(account))}>
      <FormProblem error={error} fields={Object.keys(blank)} />
      <TextField label="Name" autoComplete="name" {...fieldOf(form, 'name')} />
      <TextField label="E-mail address" type="email" autoComplete="username" {...fieldOf(form, 'email')} />
      <NewPasswordField {...fieldOf(form, 'password')} />
      <SubmitButton pending={pending} className="btn-primary w-full">
        {action}
      </SubmitButton>
    </form>
  )
}
