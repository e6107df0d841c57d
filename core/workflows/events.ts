import { z } from 'zod'
import { idFromKey } from '../ids.ts'
import { type OutboxCollection, type OutboxQueue, queues } from '../outbox/entry.ts'
import type { OutboxEvent } from '../outbox/relay.ts'

const names: Record<OutboxCollection, string> = {
  tickets: 'ticket.changed',
  users: 'account.changed',
  catalog: 'catalog.changed',
  scheduledNotifications: 'notification.due',
}

/** Event names start with the app's name, so that two desks can share one Inngest. */
export const eventName = (app: string, collection: OutboxCollection) => `${app}/${names[collection]}`

/** @throws Error for an event of another app */
export function collectionOf(app: string, name: string): OutboxCollection {
  const found = (Object.keys(names) as OutboxCollection[]).find((one) => eventName(app, one) === name)
  if (!found) throw new Error(`Unknown event ${name}`)
  return found
}

/** Events carry only ids, because Inngest stores and displays their data. */
export const eventDataSchema = z.object({
  documents: z.array(z.string()),
  queues: z.partialRecord(z.enum(queues), z.literal(true)),
})

/** A CEL expression for Inngest that is true when an event concerns this queue. */
export const queueExpression = (queue: OutboxQueue) => `event.data.queues.${queue} == true`

/** Documents of one collection with entries in the same queues. */
export type SharedEvent = Omit<OutboxEvent, 'document'> & { documents: string[] }

/** Documents per event. Their tasks run in parallel, and if one fails, the retry checks all of them again. */
const maxShared = 100

/**
 * Combines events of documents with entries in the same queues, because each event costs Inngest and this process more
 * than the rest of filing a ticket. The new id is derived from theirs, so that Inngest ignores a repeated batch.
 */
export function shareEvents(events: OutboxEvent[]): SharedEvent[] {
  const alike = Map.groupBy(events, ({ collection, queues }) => [collection, ...queues].join())
  return [...alike.values()].flatMap((group) => chunksOf(group, maxShared).map(sharedEvent))
}

function sharedEvent(events: [OutboxEvent, ...OutboxEvent[]]): SharedEvent {
  const [{ id, collection, queues }, ...others] = events
  return {
    id: others.length === 0 ? id : `${collection}:${idFromKey(events.map((one) => one.id).join())}`,
    collection,
    queues,
    documents: [...new Set(events.map(({ document }) => document))],
  }
}

const chunksOf = <T>([...rest]: T[], size: number): [T, ...T[]][] => {
  const chunks: [T, ...T[]][] = []
  for (let first = rest.shift(); first !== undefined; first = rest.shift())
    chunks.push([first, ...rest.splice(0, size - 1)])
  return chunks
}
