import { priorities } from '../../../../../core/tickets/ticket-values.ts'
import { offeredNames } from '../../../shared/catalog/offered-names.ts'
import { useCatalog } from '../../../shared/catalog/use-catalog.ts'
import { SelectField } from '../../../shared/forms/select-field.tsx'
import { TagInput } from '../../../shared/forms/tag-input.tsx'
import { fieldOf } from '../../../shared/forms/use-schema-form.ts'
import { priorityWords } from '../../../shared/tickets/ticket-words.ts'
import { TheirVersion } from './their-version.tsx'
import type { EditForm } from './use-edit-form.ts'

/** Offered while triage has not set a value: it can be left like this, but not chosen again. */
const unset = { value: '', label: 'Set by triage', disabled: true }
const priorityOptions = priorities.map((value) => ({ value, label: priorityWords[value] }))

export function EditClassification({ edit }: { edit: EditForm }) {
  const { form } = edit
  const [priority, category] = form.watch(['priority', 'category'])
  const { skills, categories } = useCatalog()
  const categoryOptions = offeredNames(categories, category ? [category] : []).map((value) => ({
    value,
    label: value,
  }))
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <div>
        <SelectField
          label="Priority"
          options={priority ? priorityOptions : [unset, ...priorityOptions]}
          {...fieldOf(form, 'priority')}
        />
        <TheirVersion edit={edit} field="priority" />
      </div>
      <div>
        <SelectField
          label="Category"
          options={category ? categoryOptions : [unset, ...categoryOptions]}
          {...fieldOf(form, 'category')}
        />
        <TheirVersion edit={edit} field="category" />
      </div>
      <div className="sm:col-span-2">
        <TagInput
          control={form.control}
          name="skills"
          label="Skills"
          hint="Skills needed to solve it, from the desk’s list. Press Enter to add one."
          suggestions={offeredNames(skills)}
        />
        <TheirVersion edit={edit} field="skills" />
      </div>
      <div className="sm:col-span-2">
        <TagInput
          control={form.control}
          name="tags"
          label="Tags"
          hint="Your own keywords for finding it later. Press Enter to add one."
        />
        <TheirVersion edit={edit} field="tags" />
      </div>
    </div>
  )
}
