import { useState } from 'react'
import { Link, useSearchParams } from 'react-router'
import type { FieldErrors } from '../../shared/forms/field-errors.ts'
import { Form } from '../../shared/forms/form.tsx'
import { FormProblem } from '../../shared/forms/form-problem.tsx'
import { SubmitButton } from '../../shared/forms/submit-button.tsx'
import { TextField } from '../../shared/forms/text-field.tsx'
import { GuestPage } from './guest-page.tsx'
import { useLogIn } from './use-log-in.ts'

export function LogInPage() {
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const [errors, setErrors] = useState<FieldErrors>({})
  const [search] = useSearchParams()
  const logIn = useLogIn()

  const submit = () => {
    const missing = missingOf({ email, password })
    setErrors(missing)
    if (Object.keys(missing).length === 0) logIn.mutate({ email: email.trim(), password })
  }

  return (
    <GuestPage
      title="Log in"
      lead={search.has('from') ? 'Log in to go on to the page you asked for.' : null}
      below={signUp}
    >
      <Form errors={errors} onSubmit={submit}>
        <FormProblem error={logIn.error} fields={[]} />
        <TextField
          label="E-mail address"
          type="email"
          autoComplete="username"
          value={email}
          error={errors.email}
          onChange={setEmail}
        />
        <TextField
          label="Password"
          type="password"
          autoComplete="current-password"
          value={password}
          error={errors.password}
          onChange={setPassword}
        />
        <SubmitButton pending={logIn.isPending} className="btn-primary w-full">
          Log in
        </SubmitButton>
      </Form>
    </GuestPage>
  )
}

const missingOf = ({ email, password }: { email: string; password: string }): FieldErrors => ({
  ...(email.trim() ? {} : { email: 'Give your e-mail address.' }),
  ...(password ? {} : { password: 'Give your password.' }),
})

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
