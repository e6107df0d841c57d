import { z } from 'zod'
import { idOf } from '../ids.ts'
import { type OutboxCollection, type OutboxQueue, queues } from '../outbox/entry.ts'
import type { OutboxEvent } from '../outbox/relay.ts'

const names: Record<OutboxCollection, string> = {
  tickets: 'ticket.changed',
  users: 'account.changed',
  catalog: 'catalog.changed',
  scheduledNotifications: 'notification.due',
}

/** Events carry the app's name, so that two desks can share one Inngest. */
export const eventName = (app: string, collection: OutboxCollection) => `${app}/${names[collection]}`

/** @throws Error for an event that is not the desk's */
export function collectionOf(app: string, name: string): OutboxCollection {
  const found = (Object.keys(names) as OutboxCollection[]).find((one) => eventName(app, one) === name)
  if (!found) throw new Error(`Unknown event ${name}`)
  return found
}

/** Ids only: Inngest shows and keeps what an event carries. */
export const eventDataSchema = z.object({
  documents: z.array(z.string()),
  queues: z.partialRecord(z.enum(queues), z.literal(true)),
})

/** Whether an event is for the function of a queue, in Inngest's expression language (CEL). */
export const isDueIn = (queue: OutboxQueue) => `event.data.queues.${queue} == true`

/** Documents of one collection with entries in the same queues. */
export type SharedEvent = Omit<OutboxEvent, 'document'> & { documents: string[] }

/** Their tasks run side by side, and when one fails the run looks at all of them again. */
const maxShared = 100

/**
 * Lets documents share events, because each event costs Inngest, and this process, more than the rest of a filing. The
 * id covers all that share it, so the same ones sent again are still one event.
 */
export function shareEvents(events: OutboxEvent[]): SharedEvent[] {
  const alike = Map.groupBy(events, ({ collection, queues }) => [collection, ...queues].join())
  return [...alike.values()].flatMap((group) => chunksOf(group, maxShared).map(sharedEvent))
}

function sharedEvent(events: [OutboxEvent, ...OutboxEvent[]]): SharedEvent {
  const [{ id, collection, queues }, ...others] = events
  return {
    id: others.length === 0 ? id : `${collection}:${idOf(events.map((one) => one.id).join())}`,
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
