import { z } from 'zod'
import { textSchema } from '../../../../core/text/text.ts'
import { Field } from '../../shared/forms/field.tsx'
import { FormProblem } from '../../shared/forms/form-problem.tsx'
import { SubmitButton } from '../../shared/forms/submit-button.tsx'
import { fieldOf, useSchemaForm } from '../../shared/forms/use-schema-form.ts'
import type { Mail } from '../../shared/http/answers.ts'
import { useReply } from './use-reply.ts'

const replySchema = z.object({ text: textSchema(1, 10_000) })

/** Answers as the mail's recipient would, so that mail can be tried without a mail program. */
export function ReplyBox({ mail }: { mail: Mail }) {
  const reply = useReply(mail.id)
  const form = useSchemaForm(replySchema, { text: '' }, reply.error)
  const { error, ...field } = fieldOf(form, 'text')
  return (
    <form
      noValidate
      className="space-y-3 border-t border-base-300 p-4 sm:p-5"
      onSubmit={form.handleSubmit((values) => {
        if (!reply.isPending) reply.mutate(values, { onSuccess: () => form.reset() })
      })}
    >
      <FormProblem error={reply.error} fields={['text']} />
      <Field label={`Reply as ${mail.to}`} error={error}>
        {(control) => (
          <textarea
            dir="auto"
            rows={3}
            {...field}
            {...control}
            className={`textarea w-full ${error ? 'textarea-error' : ''}`}
          />
        )}
      </Field>
      <SubmitButton pending={reply.isPending} className="btn-primary btn-sm">
        Send reply
      </SubmitButton>
    </form>
  )
}
