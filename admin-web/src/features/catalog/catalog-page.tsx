import { useState } from 'react'
import { type ListName, listNames } from '../../../../core/catalog/catalog.ts'
import type { EntryView } from '../../../../core/catalog/catalog-view.ts'
import { useCatalog } from '../../shared/catalog/use-catalog.ts'
import { Page } from '../../shared/ui/page.tsx'
import { ProblemState } from '../../shared/ui/problem-state.tsx'
import { Segmented } from '../../shared/ui/segmented.tsx'
import { SkeletonRows } from '../../shared/ui/skeleton-rows.tsx'
import { listWords } from './catalog-words.ts'
import { EntryDialog } from './entry-dialog.tsx'
import { EntryRow } from './entry-row.tsx'
import { FieldsDialog } from './fields/fields-dialog.tsx'
import { MergeEntryDialog } from './merge-entry-dialog.tsx'

type Open = { dialog: 'entry'; entry: EntryView | null } | { dialog: 'merge' | 'fields'; entry: EntryView }

const listOptions = listNames.map((value) => ({ value, label: listWords[value].title }))

/** The desk's lists of skills and categories, for admins. */
export function CatalogPage() {
  const { asked, ...lists } = useCatalog()
  const [list, setList] = useState<ListName>('skills')
  const [open, setOpen] = useState<Open | null>(null)
  const close = () => setOpen(null)
  const mergeable = (entry: EntryView) => lists[list].filter((one) => one.id !== entry.id && !one.retired)
  return (
    <Page
      title="Skills & categories"
      lead="The lists that triage and people choose from. Retired entries stay where they are used."
      actions={
        <button
          type="button"
          className="btn btn-primary"
          onClick={() => setOpen({ dialog: 'entry', entry: null })}
        >
          Add a {listWords[list].one}
        </button>
      }
    >
      <div className="mb-4">
        <Segmented label="List" options={listOptions} value={list} onChange={setList} />
      </div>
      {asked.data ? (
        <ul aria-label={listWords[list].title} className="panel divide-y divide-base-300">
          {lists[list].map((entry) => (
            <EntryRow
              key={entry.id}
              list={list}
              entry={entry}
              onEdit={() => setOpen({ dialog: 'entry', entry })}
              onFields={() => setOpen({ dialog: 'fields', entry })}
              onMerge={() => setOpen({ dialog: 'merge', entry })}
            />
          ))}
        </ul>
      ) : asked.isError ? (
        <ProblemState error={asked.error} onRetry={asked.refetch} />
      ) : (
        <SkeletonRows />
      )}
      {open?.dialog === 'entry' && <EntryDialog list={list} entry={open.entry} onClose={close} />}
      {open?.dialog === 'fields' && <FieldsDialog entry={open.entry} onClose={close} />}
      {open?.dialog === 'merge' && (
        <MergeEntryDialog list={list} entry={open.entry} others={mergeable(open.entry)} onClose={close} />
      )}
    </Page>
  )
}
