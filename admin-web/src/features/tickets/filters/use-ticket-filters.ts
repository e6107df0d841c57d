import { useUrlFilters } from '../../../shared/filters/use-url-filters.ts'
import { filterNames, paramsOf } from './ticket-filters.ts'

/** The filters of a list of tickets. `any`: one is active; `params`: for the API. */
export function useTicketFilters() {
  const { values: filters, set, clear, any } = useUrlFilters(filterNames)
  return { filters, params: paramsOf(filters), set, clear, any }
}
