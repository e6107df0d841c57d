import { z } from 'zod'
import { nameSchema, passwordSchema } from '../../../../../core/users/user.ts'
import { FormProblem } from '../../../shared/forms/form-problem.tsx'
import { NewPasswordField } from '../../../shared/forms/new-password-field.tsx'
import { SubmitButton } from '../../../shared/forms/submit-button.tsx'
import { TextField } from '../../../shared/forms/text-field.tsx'
import { fieldOf, useSchemaForm } from '../../../shared/forms/use-schema-form.ts'
import { GuestPage } from '../guest-page.tsx'
import { useRedeem } from './use-redeem.ts'

type ConfirmAddressProps = { token: string; email: string | null; name: string | null }

const schema = z.object({ name: nameSchema, password: passwordSchema })

/** Whoever reads the mail chooses the password. The one who signed up may be somebody else. */
export function ConfirmAddress({ token, email, name }: ConfirmAddressProps) {
  const redeem = useRedeem(token)
  const form = useSchemaForm(schema, { name: name ?? '', password: '' }, redeem.error)
  return (
    <GuestPage
      title="Confirm your address"
      lead="Choose a password to finish your account. If you didn’t sign up, close this page."
    >
      <form noValidate className="space-y-4" onSubmit={form.handleSubmit((body) => redeem.mutate(body))}>
        <FormProblem error={redeem.error} fields={['name', 'password']} />
        <TextField label="E-mail address" defaultValue={email ?? ''} autoComplete="username" readOnly />
        <TextField label="Name" autoComplete="name" {...fieldOf(form, 'name')} />
        <NewPasswordField {...fieldOf(form, 'password')} />
        <SubmitButton pending={redeem.isPending} className="btn-primary w-full">
          Confirm address
        </SubmitButton>
      </form>
    </GuestPage>
  )
}
