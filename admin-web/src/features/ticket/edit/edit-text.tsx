import { TextField } from '../../../shared/forms/text-field.tsx'
import { MarkdownField } from '../../../shared/markdown/markdown-field.tsx'
import { TheirVersion } from './their-version.tsx'
import type { EditForm } from './use-edit-form.ts'

export function EditText({ form }: { form: EditForm }) {
  return (
    <>
      <div>
        <TextField
          label="Title"
          maxLength={150}
          value={form.typed.title}
          error={form.errors.title}
          onChange={(value) => form.set('title', value)}
        />
        <TheirVersion form={form} field="title" />
      </div>
      <div>
        <MarkdownField
          label="Description"
          rows={8}
          maxLength={10_000}
          value={form.typed.description}
          error={form.errors.description}
          onChange={(value) => form.set('description', value)}
        />
        <TheirVersion form={form} field="description" />
      </div>
    </>
  )
}
