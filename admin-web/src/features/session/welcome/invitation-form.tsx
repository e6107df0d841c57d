import { z } from 'zod'
import { passwordSchema } from '../../../../../core/users/user.ts'
import { CheckField } from '../../../shared/forms/check-field.tsx'
import { FormProblem } from '../../../shared/forms/form-problem.tsx'
import { NewPasswordField } from '../../../shared/forms/new-password-field.tsx'
import { SubmitButton } from '../../../shared/forms/submit-button.tsx'
import { TextField } from '../../../shared/forms/text-field.tsx'
import { fieldOf, useSchemaForm } from '../../../shared/forms/use-schema-form.ts'
import { GuestPage } from '../guest-page.tsx'
import { useRedeem } from './use-redeem.ts'

type InvitationFormProps = {
  token: string
  purpose: 'invite' | 'reset'
  email: string | null
  name: string | null
}

const schema = z.object({ password: passwordSchema, revokeApiKeys: z.boolean() })

export function InvitationForm({ token, purpose, email, name }: InvitationFormProps) {
  const redeem = useRedeem(token)
  const form = useSchemaForm(schema, { password: '', revokeApiKeys: true }, redeem.error)
  const submit = form.handleSubmit(({ password, revokeApiKeys }) =>
    redeem.mutate({ password, keepApiKeys: !revokeApiKeys }),
  )
  return (
    <GuestPage title={name ? `Welcome, ${name}` : 'Welcome'} lead="Choose a password to sign in.">
      <form noValidate className="space-y-4" onSubmit={submit}>
        <FormProblem error={redeem.error} fields={['password']} />
        <TextField label="E-mail address" defaultValue={email ?? ''} autoComplete="username" readOnly />
        <NewPasswordField {...fieldOf(form, 'password')} />
        {purpose === 'reset' && (
          <CheckField
            label="Revoke my API keys"
            hint="Programs that use them stop working."
            {...form.register('revokeApiKeys')}
          />
        )}
        <SubmitButton pending={redeem.isPending} className="btn-primary w-full">
          Set password
        </SubmitButton>
      </form>
    </GuestPage>
  )
}
