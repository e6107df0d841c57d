import { useState } from 'react'
import { Link } from 'react-router'
import { z } from 'zod'
import { emailSchema } from '../../../../core/users/user.ts'
import { Form } from '../../shared/forms/form.tsx'
import { FormProblem } from '../../shared/forms/form-problem.tsx'
import { SubmitButton } from '../../shared/forms/submit-button.tsx'
import { TextField } from '../../shared/forms/text-field.tsx'
import { useFieldErrors } from '../../shared/forms/use-field-errors.ts'
import { GuestPage } from './guest-page.tsx'
import { useAskReset } from './use-ask-reset.ts'

const schema = z.object({ email: emailSchema })

/** Asks for a link by mail that sets a new password. */
export function ForgotPage() {
  const [typed, setTyped] = useState('')
  const { errors, check } = useFieldErrors()
  const ask = useAskReset()
  const email = typed.trim()
  if (ask.isSuccess)
    return (
      <GuestPage title="Check your mail" below={logIn}>
        <p role="status">{ask.data.message} It works once, within an hour.</p>
      </GuestPage>
    )
  return (
    <GuestPage title="New password" lead="We send you a link to set one." below={logIn}>
      <Form errors={errors} onSubmit={() => check(schema, { email }) && ask.mutate({ email })}>
        <FormProblem error={ask.error} fields={[]} />
        <TextField
          label="E-mail address"
          type="email"
          autoComplete="username"
          value={typed}
          error={errors.email}
          onChange={setTyped}
        />
        <SubmitButton pending={ask.isPending} className="btn-primary w-full">
          Send me a link
        </SubmitButton>
      </Form>
    </GuestPage>
  )
}

const logIn = (
  <Link to="/login" className="link link-primary">
    Back to log in
  </Link>
)
