import { useState } from 'react'
import type { ListName } from '../../../../core/catalog/catalog.ts'
import type { EntryView } from '../../../../core/catalog/catalog-view.ts'
import { fieldErrorsIn } from '../../shared/forms/field-errors.ts'
import { Form } from '../../shared/forms/form.tsx'
import { FormProblem } from '../../shared/forms/form-problem.tsx'
import { SelectField } from '../../shared/forms/select-field.tsx'
import { SubmitButton } from '../../shared/forms/submit-button.tsx'
import { toast } from '../../shared/toasts/toasts.ts'
import { Dialog } from '../../shared/ui/dialog.tsx'
import { useEditCatalog } from './use-edit-catalog.ts'

type MergeEntryDialogProps = {
  list: ListName
  entry: EntryView
  others: EntryView[]
  onClose: () => void
}

/** Makes one part of another; that can't be taken back, so it is said. */
export function MergeEntryDialog({ list, entry, others, onClose }: MergeEntryDialogProps) {
  const [into, setInto] = useState('')
  const target = others.find(({ id }) => id === into)
  const merge = useEditCatalog(list, ({ name }) => {
    toast('success', `“${entry.name}” is part of “${name}” now.`)
    onClose()
  })
  const errors = fieldErrorsIn(merge.error)
  const options = [
    { value: '', label: 'Choose one', disabled: true },
    ...others.map(({ id, name }) => ({ value: id, label: name })),
  ]
  return (
    <Dialog title={`Merge “${entry.name}” into another`} onClose={onClose}>
      <Form
        errors={errors}
        onSubmit={() => into && merge.mutate({ method: 'POST', path: `/${entry.id}/merge`, body: { into } })}
      >
        <FormProblem error={merge.error} fields={['into']} />
        <SelectField label="Into" value={into} options={options} error={errors.into} onChange={setInto} />
        <p>
          {target
            ? `Tickets and accounts with “${entry.name}” have “${target.name}” then, and triage chooses that. It can not be taken back.`
            : `“${entry.name}” goes; what has it gets the other one.`}
        </p>
        <div className="modal-action">
          <button type="button" className="btn btn-plain" onClick={onClose}>
            Cancel
          </button>
          <SubmitButton pending={merge.isPending} disabled={!into} className="btn-error">
            Merge
          </SubmitButton>
        </div>
      </Form>
    </Dialog>
  )
}
