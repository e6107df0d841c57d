import { useState } from 'react'
import { z } from 'zod'
import { passwordSchema } from '../../../../core/users/user.ts'
import { fieldErrorsIn } from '../../shared/forms/field-errors.ts'
import { Form } from '../../shared/forms/form.tsx'
import { FormProblem } from '../../shared/forms/form-problem.tsx'
import { SubmitButton } from '../../shared/forms/submit-button.tsx'
import { TextField } from '../../shared/forms/text-field.tsx'
import { useFieldErrors } from '../../shared/forms/use-field-errors.ts'
import { Panel } from '../../shared/ui/panel.tsx'
import { useChangePassword } from './use-change-password.ts'

const empty = { current: '', password: '' }
const schema = z.object({
  current: z.string().min(1, 'Give your current password.'),
  password: passwordSchema,
})

export function ChangePassword() {
  const [values, setValues] = useState(empty)
  const { errors: found, check } = useFieldErrors()
  const change = useChangePassword()
  const errors = { ...fieldErrorsIn(change.error), ...found }
  const submit = () => check(schema, values) && change.mutate(values, { onSuccess: () => setValues(empty) })
  return (
    <Panel title="Password">
      <Form errors={errors} onSubmit={submit}>
        <FormProblem error={change.error} fields={Object.keys(empty)} />
        <TextField
          label="Current password"
          type="password"
          autoComplete="current-password"
          value={values.current}
          error={errors.current}
          onChange={(current) => setValues({ ...values, current })}
        />
        <TextField
          label="New password"
          type="password"
          autoComplete="new-password"
          hint="At least 10 characters. Your other devices are signed out."
          value={values.password}
          error={errors.password}
          onChange={(password) => setValues({ ...values, password })}
        />
        <SubmitButton pending={change.isPending} className="btn-primary">
          Change password
        </SubmitButton>
      </Form>
    </Panel>
  )
}
