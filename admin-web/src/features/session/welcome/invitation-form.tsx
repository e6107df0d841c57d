import { useState } from 'react'
import { z } from 'zod'
import { passwordSchema } from '../../../../../core/users/user.ts'
import { fieldErrorsIn } from '../../../shared/forms/field-errors.ts'
import { Form } from '../../../shared/forms/form.tsx'
import { FormProblem } from '../../../shared/forms/form-problem.tsx'
import { SubmitButton } from '../../../shared/forms/submit-button.tsx'
import { TextField } from '../../../shared/forms/text-field.tsx'
import { useFieldErrors } from '../../../shared/forms/use-field-errors.ts'
import { GuestPage } from '../guest-page.tsx'
import { useRedeem } from './use-redeem.ts'

type InvitationFormProps = { token: string; email: string | null; name: string | null }

const schema = z.object({ password: passwordSchema })

export function InvitationForm({ token, email, name }: InvitationFormProps) {
  const [password, setPassword] = useState('')
  const { errors: found, check, clear } = useFieldErrors()
  const redeem = useRedeem(token)
  const errors = { ...fieldErrorsIn(redeem.error), ...found }
  const submit = () => check(schema, { password }) && redeem.mutate({ password })

  return (
    <GuestPage title={name ? `Welcome, ${name}` : 'Welcome'} lead="Choose a password and you are in.">
      <Form errors={errors} onSubmit={submit}>
        <FormProblem error={redeem.error} fields={['password']} />
        <TextField
          label="E-mail address"
          value={email ?? ''}
          autoComplete="username"
          readOnly
          onChange={() => {}}
        />
        <TextField
          label="Password"
          type="password"
          autoComplete="new-password"
          hint="At least 10 characters."
          value={password}
          error={errors.password}
          onChange={(value) => {
            setPassword(value)
            clear('password')
          }}
        />
        <SubmitButton pending={redeem.isPending} className="btn-primary w-full">
          Set password and go on
        </SubmitButton>
      </Form>
    </GuestPage>
  )
}
