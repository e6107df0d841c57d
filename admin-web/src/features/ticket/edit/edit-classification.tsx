import { type Priority, priorities } from '../../../../../core/tickets/ticket.ts'
import { offeredNames } from '../../../shared/catalog/offered-names.ts'
import { useCatalog } from '../../../shared/catalog/use-catalog.ts'
import { SelectField } from '../../../shared/forms/select-field.tsx'
import { TagInput } from '../../../shared/forms/tag-input.tsx'
import { priorityWords } from '../../../shared/tickets/ticket-words.ts'
import { TheirVersion } from './their-version.tsx'
import type { EditForm } from './use-edit-form.ts'

/** Triage fills these; a person may know better, and their value stays. */
const unset = { value: '', label: 'Left to triage', disabled: true } as const
const priorityOptions = priorities.map((value) => ({ value, label: priorityWords[value] }))

export function EditClassification({ form }: { form: EditForm }) {
  const { priority, category } = form.typed
  const { skills, categories } = useCatalog()
  const held = category ? [category] : []
  const categoryOptions = offeredNames(categories, held).map((value) => ({ value, label: value }))
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <div>
        <SelectField<Priority | ''>
          label="Priority"
          value={priority ?? ''}
          options={priority ? priorityOptions : [unset, ...priorityOptions]}
          onChange={(value) => value && form.set('priority', value)}
        />
        <TheirVersion form={form} field="priority" />
      </div>
      <div>
        <SelectField
          label="Category"
          value={category ?? ''}
          options={category ? categoryOptions : [unset, ...categoryOptions]}
          onChange={(value) => form.set('category', value)}
        />
        <TheirVersion form={form} field="category" />
      </div>
      <div className="sm:col-span-2">
        <TagInput
          label="Skills"
          hint="What a person must know to solve it: from the desk’s list. Enter adds one."
          suggestions={offeredNames(skills)}
          value={form.typed.skills}
          error={form.errors.skills}
          onChange={(value) => form.set('skills', value)}
        />
        <TheirVersion form={form} field="skills" />
      </div>
      <div className="sm:col-span-2">
        <TagInput
          label="Tags"
          hint="Your own words to find it by again. Enter adds one."
          value={form.typed.tags}
          error={form.errors.tags}
          onChange={(value) => form.set('tags', value)}
        />
        <TheirVersion form={form} field="tags" />
      </div>
    </div>
  )
}
