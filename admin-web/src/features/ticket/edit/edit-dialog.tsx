import { useState } from 'react'
import { Form } from '../../../shared/forms/form.tsx'
import { FormProblem } from '../../../shared/forms/form-problem.tsx'
import { SubmitButton } from '../../../shared/forms/submit-button.tsx'
import type { TicketAnswer } from '../../../shared/http/answers.ts'
import { isProblem } from '../../../shared/http/problem.ts'
import { Dialog } from '../../../shared/ui/dialog.tsx'
import { DiscardChanges } from './discard-changes.tsx'
import { EditClassification } from './edit-classification.tsx'
import { EditConflict } from './edit-conflict.tsx'
import { EditText } from './edit-text.tsx'
import { useEditForm } from './use-edit-form.ts'

type EditDialogProps = TicketAnswer & { onClose: () => void }

/** Changes words and classification. When somebody else was quicker, both versions are shown and nothing is lost. */
export function EditDialog({ ticket, may, onClose }: EditDialogProps) {
  const form = useEditForm(ticket, onClose)
  const [leaving, setLeaving] = useState(false)
  const conflict = isProblem(form.save.error) && form.save.error.status === 409
  const leave = () => (form.changed ? setLeaving(true) : onClose())

  const discard = () => {
    form.discard()
    onClose()
  }

  return (
    <Dialog title={`Edit #${ticket.number}`} wide onClose={leave}>
      <Form errors={form.errors} onSubmit={form.submit}>
        {conflict ? (
          <EditConflict reason={form.save.error} onReload={form.reload} />
        ) : (
          <FormProblem error={form.save.error} fields={['title', 'description', 'skills', 'tags']} />
        )}
        {may.edit && <EditText form={form} />}
        {may.classify && <EditClassification form={form} />}
        {leaving ? (
          <DiscardChanges onDiscard={discard} onKeep={() => setLeaving(false)} />
        ) : (
          <div className="modal-action">
            <button type="button" className="btn btn-plain" onClick={leave}>
              Cancel
            </button>
            <SubmitButton pending={form.save.isPending}>Save</SubmitButton>
          </div>
        )}
      </Form>
    </Dialog>
  )
}
