import { z } from 'zod'
import { resolutionSchema } from '../../../../../core/tickets/ticket.ts'
import { fieldErrorsIn } from '../../../shared/forms/field-errors.ts'
import { Form } from '../../../shared/forms/form.tsx'
import { FormProblem } from '../../../shared/forms/form-problem.tsx'
import { SubmitButton } from '../../../shared/forms/submit-button.tsx'
import { useFieldErrors } from '../../../shared/forms/use-field-errors.ts'
import type { TicketView } from '../../../shared/http/answers.ts'
import { MarkdownField } from '../../../shared/markdown/markdown-field.tsx'
import { useDraft } from '../../../shared/session/use-draft.ts'
import { Dialog } from '../../../shared/ui/dialog.tsx'
import { useResolve } from './use-resolve.ts'

const schema = z.object({ resolution: resolutionSchema })

/** Asks how it was solved. What is typed stays over closing the dialog and over a refusal. */
export function ResolveDialog({ ticket, onClose }: { ticket: TicketView; onClose: () => void }) {
  const [resolution, setResolution, endDraft] = useDraft(`resolve:${ticket.id}`, '')
  const { errors: found, check, clear } = useFieldErrors()
  const resolve = useResolve(ticket.id)
  const errors = { ...fieldErrorsIn(resolve.error), ...found }

  const submit = () => {
    if (resolve.isPending || !check(schema, { resolution })) return
    resolve.mutate(resolution, {
      onSuccess: () => {
        endDraft()
        onClose()
      },
    })
  }

  return (
    <Dialog title={`Resolve #${ticket.number}`} onClose={onClose}>
      <Form errors={errors} onSubmit={submit}>
        <FormProblem error={resolve.error} fields={['resolution']} />
        <MarkdownField
          label="How was it solved?"
          hint={`${ticket.requester.name} gets this by e-mail and where they filed the ticket.`}
          rows={5}
          maxLength={3_000}
          value={resolution}
          error={errors.resolution}
          onChange={(value) => {
            setResolution(value)
            clear('resolution')
          }}
          onSubmit={submit}
        />
        <div className="modal-action">
          <button type="button" className="btn btn-plain" onClick={onClose}>
            Cancel
          </button>
          <SubmitButton pending={resolve.isPending}>Resolve</SubmitButton>
        </div>
      </Form>
    </Dialog>
  )
}
