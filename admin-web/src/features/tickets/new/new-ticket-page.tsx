import { useNavigate } from 'react-router'
import { z } from 'zod'
import {
  descriptionSchema,
  titleSchema,
  type Urgency,
  urgencies,
} from '../../../../../core/tickets/ticket.ts'
import { fieldErrorsIn } from '../../../shared/forms/field-errors.ts'
import { Form } from '../../../shared/forms/form.tsx'
import { FormProblem } from '../../../shared/forms/form-problem.tsx'
import { SelectField } from '../../../shared/forms/select-field.tsx'
import { SubmitButton } from '../../../shared/forms/submit-button.tsx'
import { TextField } from '../../../shared/forms/text-field.tsx'
import { useFieldErrors } from '../../../shared/forms/use-field-errors.ts'
import { MarkdownField } from '../../../shared/markdown/markdown-field.tsx'
import { useDraft } from '../../../shared/session/use-draft.ts'
import { urgencyWords } from '../../../shared/tickets/ticket-words.ts'
import { toast } from '../../../shared/toasts/toasts.ts'
import { Page } from '../../../shared/ui/page.tsx'
import { type NewTicket, useFileTicket } from './use-file-ticket.ts'

const schema = z.object({ title: titleSchema, description: descriptionSchema, urgency: z.enum(urgencies) })
const blank: NewTicket = { title: '', description: '', urgency: 'normal' }
const urgencyOptions = urgencies.map((value) => ({ value, label: urgencyWords[value] }))

export function NewTicketPage() {
  const [values, setValues, endDraft] = useDraft<NewTicket>('new-ticket', blank)
  const { errors: found, check, clear } = useFieldErrors()
  const file = useFileTicket()
  const navigate = useNavigate()
  const errors = { ...fieldErrorsIn(file.error), ...found }

  const set = (field: keyof NewTicket) => (value: string) => {
    setValues((before) => ({ ...before, [field]: value }))
    clear(field)
    if (file.isError) file.reset()
  }
  const submit = () => {
    if (file.isPending || !check(schema, values)) return
    file.mutate(values, {
      onSuccess: ({ ticket }) => {
        endDraft()
        toast('success', `Filed as #${ticket.number}.`)
        navigate(`/tickets/${ticket.id}`)
      },
    })
  }

  return (
    <Page title="File a ticket" lead="Say what is wrong or what you need; the desk finds the right person.">
      <div className="panel max-w-3xl p-5 sm:p-6">
        <Form errors={errors} onSubmit={submit} className="space-y-5">
          <FormProblem error={file.error} fields={['title', 'description', 'urgency']} />
          <TextField
            label="Title"
            placeholder="Printer on the third floor jams"
            maxLength={150}
            value={values.title}
            error={errors.title}
            onChange={set('title')}
          />
          <MarkdownField
            label="What happened?"
            hint="What you did, what you expected, what you saw instead. Markdown works."
            rows={9}
            maxLength={10_000}
            value={values.description}
            error={errors.description}
            onChange={set('description')}
            onSubmit={submit}
          />
          <SelectField<Urgency>
            label="How urgent is it for you?"
            value={values.urgency}
            options={urgencyOptions}
            error={errors.urgency}
            onChange={set('urgency')}
          />
          <SubmitButton pending={file.isPending}>File the ticket</SubmitButton>
        </Form>
      </div>
    </Page>
  )
}
