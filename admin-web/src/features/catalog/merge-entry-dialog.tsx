import { z } from 'zod'
import type { ListName } from '../../../../core/catalog/catalog.ts'
import type { EntryView } from '../../../../core/catalog/catalog-view.ts'
import { FormProblem } from '../../shared/forms/form-problem.tsx'
import { SelectField } from '../../shared/forms/select-field.tsx'
import { SubmitButton } from '../../shared/forms/submit-button.tsx'
import { fieldOf, useSchemaForm } from '../../shared/forms/use-schema-form.ts'
import { toast } from '../../shared/toasts/toasts.ts'
import { Dialog } from '../../shared/ui/dialog.tsx'
import { DialogButtons } from '../../shared/ui/dialog-buttons.tsx'
import { useEditCatalog } from './use-edit-catalog.ts'

const schema = z.object({ into: z.string().min(1, 'Choose an entry.') })

type MergeEntryDialogProps = {
  list: ListName
  entry: EntryView
  others: EntryView[]
  onClose: () => void
}

/** Merges an entry into another one. That can't be undone, so the dialog says what happens. */
export function MergeEntryDialog({ list, entry, others, onClose }: MergeEntryDialogProps) {
  const merge = useEditCatalog(list, ({ name }) => {
    toast('success', `“${entry.name}” merged into “${name}”`)
    onClose()
  })
  const form = useSchemaForm(schema, { into: '' }, merge.error)
  const into = form.watch('into')
  const target = others.find(({ id }) => id === into)
  const options = [
    { value: '', label: 'Choose an entry', disabled: true },
    ...others.map(({ id, name }) => ({ value: id, label: name })),
  ]
  const submit = form.handleSubmit((body) =>
    merge.mutate({ method: 'POST', path: `/${entry.id}/merge`, body }),
  )
  return (
    <Dialog title={`Merge “${entry.name}” into another entry`} onClose={onClose}>
      <form noValidate className="space-y-4" onSubmit={submit}>
        <FormProblem error={merge.error} fields={['into']} />
        <SelectField label="Into" options={options} {...fieldOf(form, 'into')} />
        <p>
          {target
            ? `Tickets and accounts with “${entry.name}” get “${target.name}” instead, and triage chooses “${target.name}”. This can’t be undone.`
            : `“${entry.name}” is removed. Tickets and accounts that have it get the entry you choose.`}
        </p>
        <DialogButtons onCancel={onClose}>
          <SubmitButton pending={merge.isPending} disabled={!into} className="btn-error">
            Merge
          </SubmitButton>
        </DialogButtons>
      </form>
    </Dialog>
  )
}
