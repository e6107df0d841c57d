import { useState } from 'react'
import type { Sort } from '../../../../../core/tickets/lists/list-sort.ts'
import { FilterChip } from '../../../shared/filters/filter-chip.tsx'
import { SearchField } from '../../../shared/forms/search-field.tsx'
import { Icon } from '../../../shared/ui/icon.tsx'
import { FilterFields } from './filter-fields.tsx'
import { PeopleFields } from './people-fields.tsx'
import { chipsOf } from './ticket-filters.ts'
import type { useTicketFilters } from './use-ticket-filters.ts'

type FilterBarProps = {
  from: ReturnType<typeof useTicketFilters>
  /** offers assignee and requester too, for moderators and admins */
  people?: boolean
  /** the order that the list has by itself */
  defaultSort?: Sort
}

/** Filters a list of tickets: a search, further fields behind a button, and the active filters as chips. */
export function FilterBar({
  from: { filters, set, clear },
  people = false,
  defaultSort = 'newest',
}: FilterBarProps) {
  const [open, setOpen] = useState(false)
  const chips = chipsOf(filters)
  return (
    <search className="mb-4 space-y-3">
      <div className="flex gap-2">
        <SearchField
          label="Search tickets"
          placeholder="Words, a name or #number"
          value={filters.q}
          onSearch={(q) => set({ q })}
        />
        <button
          type="button"
          className="btn btn-plain"
          aria-expanded={open}
          onClick={() => setOpen((before) => !before)}
        >
          <Icon name="filter" className="size-4.5" />
          Filters
        </button>
      </div>
      {open && (
        <div className="panel grid grid-cols-2 gap-3 p-4 md:grid-cols-4">
          <FilterFields filters={filters} defaultSort={defaultSort} onChange={set} />
          {people && <PeopleFields onChange={set} />}
        </div>
      )}
      {chips.length > 0 && (
        <div className="flex flex-wrap items-center gap-2">
          {chips.map(({ label, off }) => (
            <FilterChip key={Object.keys(off).join()} label={label} onRemove={() => set(off)} />
          ))}
          {chips.length > 1 && (
            <button type="button" className="btn btn-ghost btn-xs" onClick={clear}>
              Clear all
            </button>
          )}
        </div>
      )}
    </search>
  )
}
