import type { HeadingKind } from '../../../../../core/headings/heading.ts'
import type { Status } from '../../../../../core/tickets/ticket.ts'
import type { TicketPage } from '../../../shared/http/answers.ts'
import { usePages } from '../../../shared/http/use-pages.ts'
import { useLivePoll } from '../../../shared/live/live-state.ts'
import { ticketListsKey } from '../../../shared/tickets/ticket-keys.ts'

export type TicketFilter = {
  view?: 'mine' | 'assigned' | 'queue'
  status?: readonly Status[]
  /** further filters, as the API takes them */
  params?: Record<string, string>
}

/** Its words, and what a list is sorted by, follow a ticket a second behind, and the stream does not tell of them. */
const behindPollMs = 3_000
const sortedBehind: Record<string, true> = {
  assignee: true,
  requester: true,
  skill: true,
  tag: true,
} satisfies Record<HeadingKind, true>
const isBehind = ({ q, sort }: Record<string, string> = {}) => Boolean(q || (sort && sortedBehind[sort]))

/** Newest first, unless the filters say otherwise. Without a view: everything that this person may see. */
export function useTicketList({ view, status, params: more }: TicketFilter) {
  const params = { ...(view ? { view } : {}), ...(status ? { status: status.join(',') } : {}), ...more }
  const live = useLivePoll()
  const pollMs = isBehind(more) ? behindPollMs : live
  const list = usePages<TicketPage>(ticketListsKey, '/api/tickets', { params, pollMs })
  const pages = list.data?.pages
  return { list, tickets: pages?.flatMap((page) => page.tickets), sort: pages?.[0]?.asked.sort }
}
