import type { QueryClient } from '@tanstack/react-query'
import type { EventSourceMessage } from 'eventsource-parser'
import type { GoneEvent } from '../../../../core/live/ticket-event.ts'
import { holderKey } from '../../shared/tickets/ticket-keys.ts'

/** Remembers who has a ticket that this person can no longer see: only the event says it. */
export function rememberHolder(client: QueryClient, { event, data }: EventSourceMessage) {
  if (event !== 'gone') return
  const { id, assignee } = JSON.parse(data) as GoneEvent
  client.setQueryData(holderKey(id), assignee ?? null)
}
