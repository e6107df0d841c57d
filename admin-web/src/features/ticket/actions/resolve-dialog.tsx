import { z } from 'zod'
import { resolutionSchema } from '../../../../../core/tickets/ticket-texts.ts'
import { FormProblem } from '../../../shared/forms/form-problem.tsx'
import { SubmitButton } from '../../../shared/forms/submit-button.tsx'
import { useDraftForm } from '../../../shared/forms/use-draft-form.ts'
import type { TicketView } from '../../../shared/http/answers.ts'
import { MarkdownField } from '../../../shared/markdown/markdown-field.tsx'
import { Dialog } from '../../../shared/ui/dialog.tsx'
import { DialogButtons } from '../../../shared/ui/dialog-buttons.tsx'
import { useResolve } from './use-resolve.ts'

const schema = z.object({ resolution: resolutionSchema })

/** Asks how the ticket was solved. What is typed survives closing the dialog and a refusal. */
export function ResolveDialog({ ticket, onClose }: { ticket: TicketView; onClose: () => void }) {
  const resolve = useResolve(ticket.id)
  const name = `resolution:${ticket.id}`
  const { form, endDraft } = useDraftForm(name, schema, { resolution: '' }, resolve.error)
  const submit = form.handleSubmit(({ resolution }) => {
    if (resolve.isPending) return
    resolve.mutate(resolution, {
      onSuccess: () => {
        endDraft()
        onClose()
      },
    })
  })
  return (
    <Dialog title={`Resolve #${ticket.number}`} onClose={onClose}>
      <form noValidate className="space-y-4" onSubmit={submit}>
        <FormProblem error={resolve.error} fields={['resolution']} />
        <MarkdownField
          control={form.control}
          name="resolution"
          label="How was it solved?"
          hint={`${ticket.requester.name} gets this by e-mail and where they filed the ticket.`}
          rows={5}
          maxLength={3_000}
        />
        <DialogButtons onCancel={onClose}>
          <SubmitButton pending={resolve.isPending}>Resolve</SubmitButton>
        </DialogButtons>
      </form>
    </Dialog>
  )
}
