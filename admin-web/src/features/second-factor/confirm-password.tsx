import { z } from 'zod'
import { FormProblem } from '../../shared/forms/form-problem.tsx'
import { SubmitButton } from '../../shared/forms/submit-button.tsx'
import { TextField } from '../../shared/forms/text-field.tsx'
import { fieldOf, useSchemaForm } from '../../shared/forms/use-schema-form.ts'
import type { useBeginSetUp } from './use-second-factor.ts'

const schema = z.object({ password: z.string().min(1, 'Enter your password.') })

export function ConfirmPassword({ begin }: { begin: ReturnType<typeof useBeginSetUp> }) {
  const form = useSchemaForm(schema, { password: '' }, begin.error)
  return (
    <form noValidate className="space-y-4" onSubmit={form.handleSubmit((body) => begin.mutate(body))}>
      <FormProblem error={begin.error} fields={['password']} />
      <TextField
        label="Your password"
        type="password"
        autoComplete="current-password"
        {...fieldOf(form, 'password')}
      />
      <SubmitButton pending={begin.isPending}>Continue</SubmitButton>
    </form>
  )
}
