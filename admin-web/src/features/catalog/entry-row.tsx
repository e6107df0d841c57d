import type { ListName } from '../../../../core/catalog/catalog.ts'
import type { EntryView } from '../../../../core/catalog/catalog-view.ts'
import { errorMessage } from '../../shared/http/problem.ts'
import { toast } from '../../shared/toasts/toasts.ts'
import { EntryFacts } from './entry-facts.tsx'
import { useEditCatalog } from './use-edit-catalog.ts'

type EntryRowProps = {
  list: ListName
  entry: EntryView
  onEdit: () => void
  /** of a category */
  onFields: () => void
  onMerge: () => void
}

export function EntryRow({ list, entry, onEdit, onFields, onMerge }: EntryRowProps) {
  const { id, name, retired } = entry
  const change = useEditCatalog(list, (saved) =>
    toast('success', saved.retired ? `“${saved.name}” retired` : `“${saved.name}” restored`),
  )
  const retire = () =>
    change.mutate(
      { method: 'PUT', path: `/${id}`, body: { retired: !retired } },
      { onError: (error) => toast('error', errorMessage(error)) },
    )
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3">
      <EntryFacts entry={entry} />
      <div className="flex flex-wrap gap-2">
        <button type="button" className="btn btn-plain btn-sm" aria-label={`Edit ${name}`} onClick={onEdit}>
          Edit
        </button>
        {list === 'categories' && (
          <button
            type="button"
            className="btn btn-plain btn-sm"
            aria-label={`Fields of ${name}`}
            onClick={onFields}
          >
            Fields
          </button>
        )}
        <button type="button" className="btn btn-plain btn-sm" aria-label={`Merge ${name}`} onClick={onMerge}>
          Merge
        </button>
        <button
          type="button"
          className="btn btn-plain btn-sm"
          aria-label={`${retired ? 'Restore' : 'Retire'} ${name}`}
          disabled={change.isPending}
          onClick={retire}
        >
          {retired ? 'Restore' : 'Retire'}
        </button>
      </div>
    </li>
  )
}
