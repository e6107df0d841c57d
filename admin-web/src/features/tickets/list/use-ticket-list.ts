import { useMemo } from 'react'
import type { Status } from '../../../../../core/tickets/ticket-values.ts'
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

/** What a list is searched and sorted by follows a change a second later, without an event of its own. */
const laggingPollMs = 3_000
const isLagging = ({ q, sort }: Record<string, string> = {}) =>
  Boolean(q) || sort === 'assignee' || sort === 'requester'

/** Newest first, unless the filters say otherwise. Without a view: all tickets that this person may see. */
export function useTicketList({ view, status, params: more }: TicketFilter) {
  const params = { ...(view ? { view } : {}), ...(status ? { status: status.join(',') } : {}), ...more }
  const live = useLivePoll()
  const pollMs = isLagging(more) ? laggingPollMs : live
  const list = usePages<TicketPage>(ticketListsKey, '/api/tickets', { params, pollMs })
  const pages = list.data?.pages
  const tickets = useMemo(() => pages?.flatMap((page) => page.tickets), [pages])
  return { list, tickets, asked: pages?.[0]?.asked, corrected: pages?.[0]?.corrected ?? null }
}
