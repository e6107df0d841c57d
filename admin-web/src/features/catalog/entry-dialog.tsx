import { useState } from 'react'
import { z } from 'zod'
import { entryDescriptionSchema, entryNameSchema, type ListName } from '../../../../core/catalog/catalog.ts'
import type { EntryView } from '../../../../core/catalog/catalog-view.ts'
import { fieldErrorsIn } from '../../shared/forms/field-errors.ts'
import { Form } from '../../shared/forms/form.tsx'
import { FormProblem } from '../../shared/forms/form-problem.tsx'
import { SubmitButton } from '../../shared/forms/submit-button.tsx'
import { TextField } from '../../shared/forms/text-field.tsx'
import { useFieldErrors } from '../../shared/forms/use-field-errors.ts'
import { toast } from '../../shared/toasts/toasts.ts'
import { Dialog } from '../../shared/ui/dialog.tsx'
import { listWords } from './catalog-words.ts'
import { useEditCatalog } from './use-edit-catalog.ts'

const schema = z.object({ name: entryNameSchema, description: entryDescriptionSchema })

type EntryDialogProps = { list: ListName; entry: EntryView | null; onClose: () => void }

/** Adds one, or renames and describes it. @param entry null: a new one */
export function EntryDialog({ list, entry, onClose }: EntryDialogProps) {
  const [typed, setTyped] = useState({ name: entry?.name ?? '', description: entry?.description ?? '' })
  const { errors: found, check } = useFieldErrors()
  const save = useEditCatalog(list, ({ name }) => {
    toast('success', `“${name}” is saved.`)
    onClose()
  })
  const errors = { ...fieldErrorsIn(save.error), ...found }
  const submit = () => {
    if (save.isPending || !check(schema, typed)) return
    save.mutate(
      entry ? { method: 'PUT', path: `/${entry.id}`, body: typed } : { method: 'POST', body: typed },
    )
  }
  return (
    <Dialog title={entry ? `Edit “${entry.name}”` : `Add a ${listWords[list].one}`} onClose={onClose}>
      <Form errors={errors} onSubmit={submit}>
        <FormProblem error={save.error} fields={Object.keys(typed)} />
        <TextField
          label="Name"
          maxLength={40}
          value={typed.name}
          error={errors.name}
          {...(entry ? { hint: 'Tickets and accounts that have it follow within moments.' } : {})}
          onChange={(name) => setTyped({ ...typed, name })}
        />
        <TextField
          label="What it means"
          maxLength={200}
          hint="Triage by Gemini reads it to choose well."
          value={typed.description}
          error={errors.description}
          onChange={(description) => setTyped({ ...typed, description })}
        />
        <div className="modal-action">
          <button type="button" className="btn btn-plain" onClick={onClose}>
            Cancel
          </button>
          <SubmitButton pending={save.isPending}>{entry ? 'Save' : 'Add'}</SubmitButton>
        </div>
      </Form>
    </Dialog>
  )
}
