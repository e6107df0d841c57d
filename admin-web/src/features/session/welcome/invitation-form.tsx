import { z } from 'zod'
import { passwordSchema } from '../../../../../core/users/user.ts'
import { FormProblem } from '../../../shared/forms/form-problem.tsx'
import { NewPasswordField } from '../../../shared/forms/new-password-field.tsx'
import { SubmitButton } from '../../../shared/forms/submit-button.tsx'
import { TextField } from '../../../shared/forms/text-field.tsx'
import { fieldOf, useSchemaForm } from '../../../shared/forms/use-schema-form.ts'
import { GuestPage } from '../guest-page.tsx'
import { useRedeem } from './use-redeem.ts'

type InvitationFormProps = { token: string; email: string | null; name: string | null }

const schema = z.object({ password: passwordSchema })

export function InvitationForm({ token, email, name }: InvitationFormProps) {
  const redeem = useRedeem(token)
  const form = useSchemaForm(schema, { password: '' }, redeem.error)
  return (
    <GuestPage title={name ? `Welcome, ${name}` : 'Welcome'} lead="Choose a password to sign in.">
      <form noValidate className="space-y-4" onSubmit={form.handleSubmit((body) => redeem.mutate(body))}>
        <FormProblem error={redeem.error} fields={['password']} />
        <TextField label="E-mail address" defaultValue={email ?? ''} autoComplete="username" readOnly />
        <NewPasswordField {...fieldOf(form, 'password')} />
        <SubmitButton pending={redeem.isPending} className="btn-primary w-full">
          Set password
        </SubmitButton>
      </form>
    </GuestPage>
  )
}
