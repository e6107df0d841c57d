import type { QueryKey } from '@tanstack/react-query'
import type { ServerEvent } from '../../shared/live/server-events.ts'
import { ticketKey, ticketListsKey, ticketsKey } from '../../shared/tickets/ticket-keys.ts'

/**
 * What has to be read again after a message. Its words are few and tell nothing of lists, so every list that is shown
 * is read.
 * @param resumed the stream went on where it had broken off, so that what was missed is told
 */
export function staleAfter({ event, data }: ServerEvent, resumed: boolean): QueryKey[] {
  if (event === 'ready') return resumed ? [] : [ticketsKey]
  if (event === 'reset') return [ticketsKey]
  if (event !== 'ticket' && event !== 'gone') return []
  const { id } = JSON.parse(data) as { id: string }
  return [ticketKey(id), ticketListsKey]
}
