import { useState } from 'react'
import { z } from 'zod'
import { emailSchema, nameSchema, passwordSchema } from '../../../../core/users/user.ts'
import { fieldErrorsIn } from '../../shared/forms/field-errors.ts'
import { Form } from '../../shared/forms/form.tsx'
import { FormProblem } from '../../shared/forms/form-problem.tsx'
import { SubmitButton } from '../../shared/forms/submit-button.tsx'
import { TextField } from '../../shared/forms/text-field.tsx'
import { useFieldErrors } from '../../shared/forms/use-field-errors.ts'

export type Account = { name: string; email: string; password: string }

type AccountFormProps = {
  action: string
  emailHint?: string
  pending: boolean
  error: unknown
  onSubmit: (account: Account) => void
}

const schema = z.object({ name: nameSchema, email: emailSchema, password: passwordSchema })

/** Name, address and password of a new account; `error` is what the desk said to the last attempt. */
export function AccountForm({ action, emailHint, pending, error, onSubmit }: AccountFormProps) {
  const [values, setValues] = useState<Account>({ name: '', email: '', password: '' })
  const { errors: found, check, clear } = useFieldErrors()
  const errors = { ...fieldErrorsIn(error), ...found }

  const field = (name: keyof Account) => ({
    value: values[name],
    error: errors[name],
    onChange: (value: string) => {
      setValues((before) => ({ ...before, [name]: value }))
      clear(name)
    },
  })
  const submit = () => {
    const account = { ...values, email: values.email.trim() }
    if (check(schema, account)) onSubmit(account)
  }

  return (
    <Form errors={errors} onSubmit={submit}>
      <FormProblem error={error} fields={['name', 'email', 'password']} />
      <TextField label="Name" autoComplete="name" {...field('name')} />
      <TextField
        label="E-mail address"
        type="email"
        autoComplete="username"
        {...(emailHint ? { hint: emailHint } : {})}
        {...field('email')}
      />
      <TextField
        label="Password"
        type="password"
        autoComplete="new-password"
        hint="At least 10 characters."
        {...field('password')}
      />
      <SubmitButton pending={pending} className="btn-primary w-full">
        {action}
      </SubmitButton>
    </Form>
  )
}
