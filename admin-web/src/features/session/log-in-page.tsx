import { useForm } from 'react-hook-form'
import { Link, useLocation, useSearchParams } from 'react-router'
import { FormProblem } from '../../shared/forms/form-problem.tsx'
import { SubmitButton } from '../../shared/forms/submit-button.tsx'
import { TextField } from '../../shared/forms/text-field.tsx'
import { logInReason } from '../../shared/session/log-in-reason.ts'
import { GuestPage } from './guest-page.tsx'
import { useLogIn } from './use-log-in.ts'

/** Two required fields need no schema: so the first page that people see loads without zod. */
export function LogInPage() {
  const typed = useLocation().state as { email?: string } | null
  const { register, handleSubmit, formState } = useForm({
    defaultValues: { email: typed?.email ?? '', password: '' },
  })
  const [search] = useSearchParams()
  const logIn = useLogIn()
  const submit = handleSubmit(({ email, password }) => logIn.mutate({ email: email.trim(), password }))
  return (
    <GuestPage title="Log in" lead={logInReason(search.has('from'))} below={signUp}>
      <form noValidate className="space-y-4" onSubmit={submit}>
        <FormProblem error={logIn.error} />
        <TextField
          label="E-mail address"
          type="email"
          autoComplete="username"
          error={formState.errors.email?.message}
          {...register('email', { required: 'Enter your e-mail address.' })}
        />
        <TextField
          label="Password"
          type="password"
          autoComplete="current-password"
          error={formState.errors.password?.message}
          {...register('password', { required: 'Enter your password.' })}
        />
        <SubmitButton pending={logIn.isPending} className="btn-primary w-full">
          Log in
        </SubmitButton>
      </form>
    </GuestPage>
  )
}

const signUp = (
  <>
    <Link to="/forgot" className="link link-primary">
      Forgot your password?
    </Link>{' '}
    No account yet?{' '}
    <Link to="/signup" className="link link-primary">
      Sign up
    </Link>
  </>
)
