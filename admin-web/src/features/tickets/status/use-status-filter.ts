import { useUrlFilters } from '../../../shared/filters/use-url-filters.ts'
import type { StatusFilter } from './status-filter.ts'

/** The chosen filter, kept in the address so that Back and a reload find it again. */
export function useStatusFilter(initial: StatusFilter, offered: readonly { value: StatusFilter }[]) {
  const { values, set } = useUrlFilters(['status'])
  const chosen = offered.find(({ value }) => value === values.status)?.value ?? initial
  const choose = (filter: StatusFilter) => set({ status: filter === initial ? '' : filter })
  return [chosen, choose] as const
}
