import { z } from 'zod'
import {
  defaultSkillsSchema,
  entryDescriptionSchema,
  entryNameSchema,
  type ListName,
} from '../../../../core/catalog/catalog.ts'
import type { EntryView } from '../../../../core/catalog/catalog-view.ts'
import { offeredNames } from '../../shared/catalog/offered-names.ts'
import { useCatalog } from '../../shared/catalog/use-catalog.ts'
import { FormProblem } from '../../shared/forms/form-problem.tsx'
import { SubmitButton } from '../../shared/forms/submit-button.tsx'
import { TagInput } from '../../shared/forms/tag-input.tsx'
import { TextField } from '../../shared/forms/text-field.tsx'
import { fieldOf, useSchemaForm } from '../../shared/forms/use-schema-form.ts'
import { toast } from '../../shared/toasts/toasts.ts'
import { Dialog } from '../../shared/ui/dialog.tsx'
import { DialogButtons } from '../../shared/ui/dialog-buttons.tsx'
import { listWords } from './catalog-words.ts'
import { useEditCatalog } from './use-edit-catalog.ts'

const schema = z.object({
  name: entryNameSchema,
  description: entryDescriptionSchema,
  defaultSkills: defaultSkillsSchema,
})

type EntryDialogProps = { list: ListName; entry: EntryView | null; onClose: () => void }

/** Adds an entry, or renames and describes one. @param entry null: a new one */
export function EntryDialog({ list, entry, onClose }: EntryDialogProps) {
  const save = useEditCatalog(list, ({ name }) => {
    toast('success', `“${name}” saved`)
    onClose()
  })
  const { skills } = useCatalog()
  const { name = '', description = '', defaultSkills = [] } = entry ?? {}
  const form = useSchemaForm(schema, { name, description, defaultSkills }, save.error)
  const submit = form.handleSubmit(({ defaultSkills, ...words }) => {
    const body = list === 'categories' ? { ...words, defaultSkills } : words
    save.mutate(entry ? { method: 'PUT', path: `/${entry.id}`, body } : { method: 'POST', body })
  })
  return (
    <Dialog title={entry ? `Edit “${entry.name}”` : `Add a ${listWords[list].one}`} onClose={onClose}>
      <form noValidate className="space-y-4" onSubmit={submit}>
        <FormProblem error={save.error} fields={Object.keys(schema.shape)} />
        <TextField
          label="Name"
          maxLength={40}
          hint={entry ? 'Tickets and accounts that have it are updated within moments.' : undefined}
          {...fieldOf(form, 'name')}
        />
        <TextField
          label="Description"
          maxLength={200}
          hint="Gemini reads it during triage."
          {...fieldOf(form, 'description')}
        />
        {list === 'categories' && (
          <TagInput
            control={form.control}
            name="defaultSkills"
            label="Default skills"
            hint="For tickets that name no skill, until the desk has learned what this category needs."
            suggestions={offeredNames(skills)}
          />
        )}
        <DialogButtons onCancel={onClose}>
          <SubmitButton pending={save.isPending}>{entry ? 'Save' : 'Add'}</SubmitButton>
        </DialogButtons>
      </form>
    </Dialog>
  )
}
