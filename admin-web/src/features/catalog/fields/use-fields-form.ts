import { useState } from 'react'
import type { EntryView } from '../../../../../core/catalog/catalog-view.ts'
import { categoryFieldsSchema } from '../../../../../core/catalog/form/category-field.ts'
import { toast } from '../../../shared/toasts/toasts.ts'
import { useEditCatalog } from '../use-edit-catalog.ts'
import { blankField, type DraftField, draftsOf, fieldsOf, moved } from './draft-field.ts'

/** The fields of a category while an admin edits them. `errors` are named as in the desk's schema: `0.label`. */
export function useFieldsForm({ id, name, form }: EntryView, onSaved: () => void) {
  const [drafts, setDrafts] = useState(() => draftsOf(form?.fields ?? []))
  const [errors, setErrors] = useState<Record<string, string>>({})
  const save = useEditCatalog('categories', () => {
    toast('success', `Fields of “${name}” saved`)
    onSaved()
  })
  const edit = (next: DraftField[]) => {
    setDrafts(next)
    setErrors({})
  }
  return {
    drafts,
    errors,
    save,
    add: () => edit([...drafts, blankField()]),
    change: (changed: DraftField) => edit(drafts.map((one) => (one.id === changed.id ? changed : one))),
    remove: (index: number) => edit(drafts.toSpliced(index, 1)),
    move: (index: number, by: 1 | -1) => edit(moved(drafts, index, by)),
    submit() {
      const read = categoryFieldsSchema.safeParse(fieldsOf(drafts))
      setErrors(
        Object.fromEntries(
          (read.error?.issues ?? []).toReversed().map(({ path, message }) => [placeOf(path), message]),
        ),
      )
      if (read.success && !save.isPending)
        save.mutate({
          method: 'PUT',
          path: `/${id}/form`,
          body: { version: form?.version ?? 0, fields: read.data },
        })
    },
  }
}

/** All options are in one text area, and show the complaint about any of them. */
const placeOf = (path: PropertyKey[]) => path.slice(0, 2).map(String).join('.')
