import { z } from 'zod'
import { type OutboxQueue, outboxCollections } from '../outbox/entry.ts'

/** Ids only: Inngest shows and keeps what an event carries. */
export const eventDataSchema = z.object({ owner: z.enum(outboxCollections), documents: z.array(z.string()) })

/** Events carry the app's name, so that two desks may share one Inngest. */
export const eventName = (app: string) => `${app}/owed`

/** Which of the events a queue's function runs for, in Inngest's expression language (CEL). */
export const owesIn = (queue: OutboxQueue) => `event.data.queues.${queue} == true`
