import { TextField } from '../../../shared/forms/text-field.tsx'
import { fieldOf } from '../../../shared/forms/use-schema-form.ts'
import { MarkdownField } from '../../../shared/markdown/markdown-field.tsx'
import { TheirVersion } from './their-version.tsx'
import type { EditForm } from './use-edit-form.ts'

export function EditText({ edit }: { edit: EditForm }) {
  return (
    <>
      <div>
        <TextField label="Title" maxLength={150} {...fieldOf(edit.form, 'title')} />
        <TheirVersion edit={edit} field="title" />
      </div>
      <div>
        <MarkdownField
          control={edit.form.control}
          name="description"
          label="Description"
          rows={8}
          maxLength={10_000}
        />
        <TheirVersion edit={edit} field="description" />
      </div>
    </>
  )
}
