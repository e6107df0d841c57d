import { Link } from 'react-router'
import { z } from 'zod'
import { emailSchema } from '../../../../core/users/user.ts'
import { FormProblem } from '../../shared/forms/form-problem.tsx'
import { SubmitButton } from '../../shared/forms/submit-button.tsx'
import { TextField } from '../../shared/forms/text-field.tsx'
import { fieldOf, useSchemaForm } from '../../shared/forms/use-schema-form.ts'
import { GuestPage } from './guest-page.tsx'
import { useAskReset } from './use-ask-reset.ts'

const schema = z.object({ email: z.string().trim().pipe(emailSchema) })

/** Sends a link that sets a new password. */
export function ForgotPage() {
  const ask = useAskReset()
  const form = useSchemaForm(schema, { email: '' }, ask.error)
  if (ask.isSuccess)
    return (
      <GuestPage title="Check your mail" below={logIn}>
        <p role="status">{ask.data.message} The link works once, within an hour.</p>
      </GuestPage>
    )
  return (
    <GuestPage title="Reset your password" lead="We’ll send you a link to set a new one." below={logIn}>
      <form noValidate className="space-y-4" onSubmit={form.handleSubmit((body) => ask.mutate(body))}>
        <FormProblem error={ask.error} fields={['email']} />
        <TextField label="E-mail address" type="email" autoComplete="username" {...fieldOf(form, 'email')} />
        <SubmitButton pending={ask.isPending} className="btn-primary w-full">
          Send link
        </SubmitButton>
      </form>
    </GuestPage>
  )
}

const logIn = (
  <Link to="/login" className="link link-primary">
    Back to log in
  </Link>
)
