import type { Status } from '../../../../core/tickets/ticket.ts'
import type { TicketPage } from '../../shared/http/answers.ts'
import { usePages } from '../../shared/http/use-pages.ts'
import { useLivePoll } from '../../shared/live/live-state.ts'

export type TicketFilter = {
  view?: 'mine' | 'assigned' | 'queue'
  status?: readonly Status[]
  /** further filters, as the API takes them */
  params?: Record<string, string>
}

/** All lists of tickets, and the counts beside them, have this first in their key. */
export const ticketLists = ['tickets', 'list'] as const

/** The searched words of a ticket are a second behind it, and the stream sends no event for them. */
const searchPollMs = 3_000

/** Newest first, unless the filters say otherwise. Without a view: everything that this person may see. */
export function useTicketList({ view, status, params: more }: TicketFilter) {
  const params = { ...(view ? { view } : {}), ...(status ? { status: status.join(',') } : {}), ...more }
  const live = useLivePoll()
  const pollMs = more?.q ? searchPollMs : live
  const list = usePages<TicketPage>(ticketLists, '/api/tickets', { params, pollMs })
  const pages = list.data?.pages
  return { list, tickets: pages?.flatMap((page) => page.tickets), sort: pages?.[0]?.asked.sort }
}
