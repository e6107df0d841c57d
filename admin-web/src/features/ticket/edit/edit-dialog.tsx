import { useState } from 'react'
import { FormProblem } from '../../../shared/forms/form-problem.tsx'
import { SubmitButton } from '../../../shared/forms/submit-button.tsx'
import type { TicketAnswer } from '../../../shared/http/answers.ts'
import { isProblem } from '../../../shared/http/problem.ts'
import { Dialog } from '../../../shared/ui/dialog.tsx'
import { DialogButtons } from '../../../shared/ui/dialog-buttons.tsx'
import { DiscardChanges } from './discard-changes.tsx'
import { EditAnswers } from './edit-answers.tsx'
import { EditClassification } from './edit-classification.tsx'
import { EditConflict } from './edit-conflict.tsx'
import { EditText } from './edit-text.tsx'
import { formFields, useEditForm } from './use-edit-form.ts'

type EditDialogProps = TicketAnswer & { onClose: () => void }

/** Edits text, answers and classification. If somebody else saved first, both versions are shown and nothing is lost. */
export function EditDialog({ ticket, may, onClose }: EditDialogProps) {
  const edit = useEditForm(ticket, onClose)
  const [leaving, setLeaving] = useState(false)
  const conflict = isProblem(edit.save.error) && edit.save.error.status === 409
  const leave = () => (edit.changed ? setLeaving(true) : onClose())

  const discard = () => {
    edit.discard()
    onClose()
  }

  return (
    <Dialog title={`Edit #${ticket.number}`} wide onClose={leave}>
      <form noValidate className="space-y-4" onSubmit={edit.submit}>
        {conflict ? (
          <EditConflict reason={edit.save.error} onReload={edit.reload} />
        ) : (
          <FormProblem error={edit.save.error} fields={formFields} />
        )}
        {may.edit && <EditText edit={edit} />}
        {may.edit && <EditAnswers edit={edit} fields={ticket.fields} />}
        {may.classify && <EditClassification edit={edit} />}
        {leaving ? (
          <DiscardChanges onDiscard={discard} onKeep={() => setLeaving(false)} />
        ) : (
          <DialogButtons onCancel={leave}>
            <SubmitButton pending={edit.save.isPending}>Save</SubmitButton>
          </DialogButtons>
        )}
      </form>
    </Dialog>
  )
}
