import { type Priority, priorities } from '../../../../core/tickets/ticket.ts'
import { categories, skills } from '../../../../core/triage/catalog.ts'
import { SelectField } from '../../shared/forms/select-field.tsx'
import { TagInput } from '../../shared/forms/tag-input.tsx'
import { priorityWords } from '../tickets/words.ts'
import { TheirVersion } from './their-version.tsx'
import type { EditForm } from './use-edit-form.ts'

/** Triage fills these; a person may know better, and their value stays. */
const unset = { value: '', label: 'Left to triage', disabled: true } as const
const priorityOptions = priorities.map((value) => ({ value, label: priorityWords[value] }))
const categoryOptions = categories.map((value) => ({ value, label: value }))

export function EditClassification({ form }: { form: EditForm }) {
  const { priority, category } = form.typed
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
          hint="What a person must know to solve it. Enter adds one."
          suggestions={skills}
          value={form.typed.skills}
          error={form.errors.skills}
          onChange={(value) => form.set('skills', value)}
        />
        <TheirVersion form={form} field="skills" />
      </div>
    </div>
  )
}
