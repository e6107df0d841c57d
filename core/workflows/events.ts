import { z } from 'zod'
import { type Lane, owners } from '../outbox/owed.ts'

/** Ids only: Inngest shows and keeps what an event carries. */
export const wakeDataSchema = z.object({ owner: z.enum(owners), documents: z.array(z.string()) })

/** Events carry the app's name, so that two desks may share one Inngest. */
export const eventName = (app: string) => `${app}/owed`

/** Which of the events a lane's function runs for, in Inngest's expression language (CEL). */
export const owesIn = (lane: Lane) => `event.data.lanes.${lane} == true`
