import { useSearchParams } from 'react-router'
import { type StatusFilter, statusFilters } from './status-filter.ts'

/** The chosen filter, kept in the address so that Back and a reload find it again. */
export function useStatusFilter(initial: StatusFilter) {
  const [search, setSearch] = useSearchParams()
  const chosen = statusFilters.find((one) => one.value === search.get('status'))?.value ?? initial
  const choose = (filter: StatusFilter) =>
    setSearch(filter === initial ? {} : { status: filter }, { replace: true })
  return [chosen, choose] as const
}
