import { z } from 'zod'
import { CurrentPasswordField } from '../../shared/forms/current-password-field.tsx'
import { FormProblem } from '../../shared/forms/form-problem.tsx'
import { SubmitButton } from '../../shared/forms/submit-button.tsx'
import { fieldOf, useSchemaForm } from '../../shared/forms/use-schema-form.ts'
import type { useBeginSetUp } from './use-second-factor.ts'

const schema = z.object({ password: z.string().min(1, 'Enter your password.') })

export function ConfirmPassword({ begin }: { begin: ReturnType<typeof useBeginSetUp> }) {
  const form = useSchemaForm(schema, { password: '' }, begin.error)
  return (
    <form noValidate className="space-y-4" onSubmit={form.handleSubmit((body) => begin.mutate(body))}>
      <FormProblem error={begin.error} fields={['password']} />
      <CurrentPasswordField {...fieldOf(form, 'password')} />
      <SubmitButton pending={begin.isPending}>Continue</SubmitButton>
    </form>
  )
}
