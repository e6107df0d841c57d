import type { EventSourceMessage } from 'eventsource-parser'
import { ticketKey, ticketListsKey, ticketsKey } from '../../shared/tickets/ticket-keys.ts'

type QueryKey = readonly unknown[]

/**
 * The queries to reread after an event. An event doesn't say which lists it affects, so all lists are stale.
 * @param resumed the stream continued where it broke off, so nothing was missed
 * @param ageMs the age of the page. A stream that goes back so far brings all changes since its lists were asked for.
 */
export function staleAfter({ event, data }: EventSourceMessage, resumed: boolean, ageMs: number): QueryKey[] {
  if (event === 'ready') return resumed || sinceMsIn(data) >= ageMs ? [] : [ticketsKey]
  if (event === 'reset') return [ticketsKey]
  if (event !== 'ticket' && event !== 'gone') return []
  const { id } = JSON.parse(data) as { id: string }
  return [ticketKey(id), ticketListsKey]
}

const sinceMsIn = (data: string) => (JSON.parse(data) as { sinceMs?: number }).sinceMs ?? 0
