import { Link } from 'react-router'
import { z } from 'zod'
import { emailSchema, nameSchema } from '../../../../core/users/user.ts'
import { FormProblem } from '../../shared/forms/form-problem.tsx'
import { SubmitButton } from '../../shared/forms/submit-button.tsx'
import { TextField } from '../../shared/forms/text-field.tsx'
import { fieldOf, useSchemaForm } from '../../shared/forms/use-schema-form.ts'
import { CheckMail } from './check-mail.tsx'
import { GuestPage } from './guest-page.tsx'
import { useSignUp } from './use-sign-up.ts'

const schema = z.object({ name: nameSchema, email: z.string().trim().pipe(emailSchema) })

/** The password is chosen on the page that the mailed link opens. */
export function SignUpPage() {
  const signUp = useSignUp()
  const form = useSchemaForm(schema, { name: '', email: '' }, signUp.error)
  if (signUp.isSuccess)
    return (
      <CheckMail onBack={signUp.reset}>
        We sent a message to <strong>{signUp.variables.email}</strong>. Open the link in it to continue.
      </CheckMail>
    )
  return (
    <GuestPage title="Sign up" lead="Create an account to file and follow tickets." below={logIn}>
      <form noValidate className="space-y-4" onSubmit={form.handleSubmit((body) => signUp.mutate(body))}>
        <FormProblem error={signUp.error} fields={['name', 'email']} />
        <TextField label="Name" autoComplete="name" {...fieldOf(form, 'name')} />
        <TextField
          label="E-mail address"
          type="email"
          autoComplete="username"
          hint="Use your work address, so that tickets you file in Slack appear here too."
          {...fieldOf(form, 'email')}
        />
        <SubmitButton pending={signUp.isPending} className="btn-primary w-full">
          Sign up
        </SubmitButton>
      </form>
    </GuestPage>
  )
}

const logIn = (
  <>
    Have an account?{' '}
    <Link to="/login" className="link link-primary">
      Log in
    </Link>
  </>
)
