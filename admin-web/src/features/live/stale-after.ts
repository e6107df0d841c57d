import type { QueryKey } from '@tanstack/react-query'
import type { EventSourceMessage } from 'eventsource-parser'
import { ticketKey, ticketListsKey, ticketsKey } from '../../shared/tickets/ticket-keys.ts'

/**
 * The queries to reread after an event. An event doesn't say which lists it affects, so all lists are stale.
 * @param resumed the stream continued where it broke off, so nothing was missed
 */
export function staleAfter({ event, data }: EventSourceMessage, resumed: boolean): QueryKey[] {
  if (event === 'ready') return resumed ? [] : [ticketsKey]
  if (event === 'reset') return [ticketsKey]
  if (event !== 'ticket' && event !== 'gone') return []
  const { id } = JSON.parse(data) as { id: string }
  return [ticketKey(id), ticketListsKey]
}
