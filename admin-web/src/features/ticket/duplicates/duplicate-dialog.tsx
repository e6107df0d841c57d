import { z } from 'zod'
import { FormProblem } from '../../../shared/forms/form-problem.tsx'
import { SubmitButton } from '../../../shared/forms/submit-button.tsx'
import { TextField } from '../../../shared/forms/text-field.tsx'
import { fieldOf, useSchemaForm } from '../../../shared/forms/use-schema-form.ts'
import type { TicketView } from '../../../shared/http/answers.ts'
import { Dialog } from '../../../shared/ui/dialog.tsx'
import { useDuplicate } from './use-duplicate.ts'

const schema = z.object({
  of: z
    .string()
    .regex(/^\s*#?[1-9]\d{0,9}\s*$/, 'Enter a ticket number, for example 41.')
    .transform((text) => Number(text.replace(/\D/g, ''))),
})

/** Asks for the number of the original ticket. */
export function DuplicateDialog({ ticket, onClose }: { ticket: TicketView; onClose: () => void }) {
  const mark = useDuplicate(ticket.id)
  const form = useSchemaForm(schema, { of: '' }, mark.error)
  const submit = form.handleSubmit(({ of }) => mark.mutate(of, { onSuccess: onClose }))
  return (
    <Dialog title={`Mark #${ticket.number} as a duplicate`} onClose={onClose}>
      <form noValidate className="space-y-4" onSubmit={submit}>
        <FormProblem error={mark.error} fields={['of']} />
        <TextField
          label="Original ticket number"
          hint={`${ticket.requester.name} is notified and can see the original ticket, without its internal notes.`}
          {...fieldOf(form, 'of')}
        />
        <SubmitButton pending={mark.isPending}>Mark as duplicate</SubmitButton>
      </form>
    </Dialog>
  )
}
