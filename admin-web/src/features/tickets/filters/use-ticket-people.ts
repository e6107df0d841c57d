import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { PersonSort } from '../../../../../core/tickets/lists/sort-keys.ts'
import type { Person } from '../../../../../core/trace.ts'
import { request } from '../../../shared/http/request.ts'

/** Requesters or assignees of the tickets one may see, by the start of a name. For moderators and admins. */
export const useTicketPeople = (as: PersonSort, search: string) =>
  useQuery({
    queryKey: ['ticket-people', as, search],
    queryFn: async ({ signal }) => {
      const query = new URLSearchParams({ as, ...(search ? { search } : {}) })
      return (await request<{ people: Person[] }>(`/api/ticket-people?${query}`, { signal })).people
    },
    placeholderData: keepPreviousData,
  })
