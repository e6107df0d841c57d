import { useUrlFilters } from '../../../shared/filters/use-url-filters.ts'
import type { StatusFilter } from './status-filter.ts'

/** The chosen filter. It is kept in the address, so it survives a reload. */
export function useStatusFilter(initial: StatusFilter, offered: readonly { value: StatusFilter }[]) {
  const { values, set } = useUrlFilters(['status'])
  const chosen = offered.find(({ value }) => value === values.status)?.value ?? initial
  const choose = (filter: StatusFilter) => set({ status: filter === initial ? '' : filter })
  return [chosen, choose] as const
}
