import { z } from 'zod'
import { type Delivery, deliverySchema } from './delivery.ts'

/** A delivery in the API. */
export const deliveryViewSchema = deliverySchema
  .pick({ channel: true, about: true, state: true, providerId: true, error: true })
  .extend({
    id: z.string(),
    to: z.object({ id: z.string(), name: z.string().nullable() }).nullable(),
    ticket: z.object({ id: z.string(), number: z.number().int().nullable() }).nullable(),
    until: z.iso.datetime().nullable().describe('when a deferred notification is sent'),
    fallbackTo: z.string().nullable().describe('the fallback channel used after a refusal'),
    fallbackFor: z.string().nullable().describe('the refused delivery that this one replaces'),
    resendOf: z.string().nullable().describe('the delivery that an admin sent again'),
    startedAt: z.iso.datetime(),
    finishedAt: z.iso.datetime().nullable(),
  })

export type DeliveryView = z.infer<typeof deliveryViewSchema>

const timeOf = (date: Date | null | undefined) => date?.toISOString() ?? null

export const deliveryViewOf = (row: Delivery): DeliveryView => ({
  id: row._id,
  channel: row.channel,
  about: row.about,
  state: row.state,
  to: row.to ? { id: row.to, name: row.name ?? null } : null,
  ticket: row.ticket ? { id: row.ticket, number: row.number ?? null } : null,
  until: timeOf(row.until),
  providerId: row.providerId,
  error: row.error,
  fallbackTo: row.fallbackTo ?? null,
  fallbackFor: row.fallbackFor ?? null,
  resendOf: row.resendOf ?? null,
  startedAt: row.startedAt.toISOString(),
  finishedAt: timeOf(row.finishedAt),
})
