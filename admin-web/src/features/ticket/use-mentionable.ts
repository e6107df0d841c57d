import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { Visibility } from '../../../../core/tickets/comments/comment.ts'
import type { Person } from '../../../../core/trace.ts'
import { request } from '../../shared/http/request.ts'

type Asked = { visibility: Visibility; search: string }

/** People who can be mentioned on a ticket, by the start of a name. @param asked null: don't ask yet */
export const useMentionable = (ticket: string, asked: Asked | null) =>
  useQuery({
    queryKey: ['mentionable', ticket, asked],
    queryFn: async ({ signal }) => {
      const { search = '', visibility = 'public' } = asked ?? {}
      const query = new URLSearchParams({ visibility, ...(search ? { search } : {}) })
      const path = `/api/tickets/${ticket}/mentionable?${query}`
      return (await request<{ people: Person[] }>(path, { signal })).people
    },
    enabled: asked !== null,
    placeholderData: keepPreviousData,
  })
