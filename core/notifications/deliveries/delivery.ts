import { z } from 'zod'
import { modelSchema } from '../../database/model-schema.ts'
import { channelSchema } from '../../users/preferences/preferences.ts'
import { deliveryStates } from './delivery-states.ts'

/**
 * One message to one person or thread on one channel. The row is written before sending and marked afterwards, so a
 * repeated step knows whether an earlier attempt may have succeeded. It does not contain the text.
 */
export const deliverySchema = z.object({
  _id: z.string().describe("the outbox entry's id"),
  channel: channelSchema,
  about: z.string(),
  to: z.string().nullable().describe('user id; null: a thread or channel'),
  name: z.string().nullable().optional().describe('their name then'),
  ticket: z.string().nullable().optional(),
  number: z.number().int().nullable().optional().describe("the ticket's"),
  news: z
    .object({ at: z.date(), comment: z.string().optional() })
    .optional()
    .describe('what it was about: time of the change, and the comment'),
  state: z.enum(deliveryStates),
  providerId: z.string().nullable().describe('while it is being sent: what may be there already'),
  error: z.string().nullable().describe('why it was refused, or why the last attempt failed'),
  until: z.date().nullable().optional().describe('when a deferred notification is sent'),
  fallbackTo: channelSchema.optional().describe('the fallback channel used after a refusal'),
  fallbackFor: z.string().optional().describe('the refused delivery that this one replaces'),
  resendOf: z.string().optional().describe('the delivery that an admin sent again'),
  startedAt: z.date(),
  finishedAt: z.date().nullable(),
  forgetAt: z.date().describe('when the database deletes the row'),
})
export type Delivery = z.infer<typeof deliverySchema>

/** Keeps the log for more than a year. Retries need a row for a few days at most. */
export const deliveriesKeptMs = 400 * 24 * 3_600_000

/** The fields that are known before sending. */
export type DeliveryHead = Pick<Delivery, '_id' | 'channel' | 'about' | 'to'> &
  Partial<Pick<Delivery, 'name' | 'ticket' | 'number' | 'news' | 'fallbackFor' | 'resendOf'>>

export const deliveriesSchema = modelSchema(deliverySchema)

// one index for the plain list and one for each filter, all in the order of the list
deliveriesSchema.index({ startedAt: -1, _id: -1 })
deliveriesSchema.index({ to: 1, startedAt: -1, _id: -1 })
deliveriesSchema.index({ ticket: 1, startedAt: -1, _id: -1 })
deliveriesSchema.index({ channel: 1, startedAt: -1, _id: -1 })
deliveriesSchema.index({ state: 1, startedAt: -1, _id: -1 })
deliveriesSchema.index({ forgetAt: 1 }, { expireAfterSeconds: 0 })
