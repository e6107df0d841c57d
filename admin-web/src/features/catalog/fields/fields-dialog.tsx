import type { EntryView } from '../../../../../core/catalog/catalog-view.ts'
import { maxFields } from '../../../../../core/catalog/form/category-field.ts'
import { FormProblem } from '../../../shared/forms/form-problem.tsx'
import { SubmitButton } from '../../../shared/forms/submit-button.tsx'
import { Dialog } from '../../../shared/ui/dialog.tsx'
import { DialogButtons } from '../../../shared/ui/dialog-buttons.tsx'
import { FieldCard } from './field-card.tsx'
import { FieldEditor } from './field-editor.tsx'
import { useFieldsFocus } from './use-fields-focus.ts'
import { useFieldsForm } from './use-fields-form.ts'

/** What a category asks whoever files a ticket in it. */
export function FieldsDialog({ entry, onClose }: { entry: EntryView; onClose: () => void }) {
  const { drafts, errors, save, add, change, move, remove, submit } = useFieldsForm(entry, onClose)
  const form = useFieldsFocus(drafts.length, errors)
  return (
    <Dialog title={`Fields of “${entry.name}”`} wide onClose={onClose}>
      <form
        ref={form}
        noValidate
        className="space-y-4"
        onSubmit={(event) => {
          event.preventDefault()
          submit()
        }}
      >
        <p className="text-muted text-sm">
          Forms ask for these when somebody chooses the category. Tickets filed earlier keep their fields.
        </p>
        <FormProblem error={save.error} />
        <ol className="space-y-3">
          {drafts.map((field, index) => (
            <FieldCard
              key={field.id}
              name={field.label.trim() || `Field ${index + 1}`}
              isFirst={index === 0}
              isLast={index === drafts.length - 1}
              onMove={(by) => move(index, by)}
              onRemove={() => remove(index)}
            >
              <FieldEditor field={field} errorAt={(part) => errors[`${index}.${part}`]} onChange={change} />
            </FieldCard>
          ))}
        </ol>
        {drafts.length < maxFields ? (
          <button type="button" data-adds className="btn btn-plain btn-sm" onClick={add}>
            Add a field
          </button>
        ) : (
          <p className="text-muted text-sm">A category takes at most {maxFields} fields.</p>
        )}
        <DialogButtons onCancel={onClose}>
          <SubmitButton pending={save.isPending}>Save</SubmitButton>
        </DialogButtons>
      </form>
    </Dialog>
  )
}
