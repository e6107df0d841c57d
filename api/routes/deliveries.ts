import { z } from 'zod'
import type { Desk } from '../../core/desk.ts'
import { idSchema } from '../../core/ids.ts'
import { deliveryStates } from '../../core/notifications/deliveries/delivery-states.ts'
import { deliveryViewOf, deliveryViewSchema } from '../../core/notifications/deliveries/delivery-view.ts'
import { listDeliveries } from '../../core/notifications/deliveries/list-deliveries.ts'
import { resendDelivery } from '../../core/notifications/deliveries/resend-delivery.ts'
import { channelSchema } from '../../core/users/preferences/preferences.ts'
import { exampleDelivery } from '../examples/tickets.ts'
import { originOf } from '../origin.ts'
import { cursorsOf, nextSchema, pageQuery } from '../pages.ts'
import { route } from '../route.ts'

const tag = 'Deliveries'

const deliveriesQuery = z.strictObject({
  ...pageQuery,
  person: idSchema.optional().describe('id of the recipient'),
  ticket: idSchema.optional().describe('id of the ticket'),
  channel: channelSchema.optional(),
  state: z.enum(deliveryStates).optional(),
})

/** The log of sent notifications, for admins. */
export const deliveryRoutes = (desk: Desk) => [
  route({
    method: 'get',
    path: '/api/deliveries',
    summary: 'Deliveries: what was sent to whom, when, and the result, newest first (admins)',
    tag,
    access: 'signed-in',
    scope: 'admin',
    query: deliveriesQuery,
    successes: {
      200: {
        description: 'One page.',
        schema: z.object({ deliveries: z.array(deliveryViewSchema), next: nextSchema }),
        example: { deliveries: [exampleDelivery], next: null },
      },
    },
    refusals: ['forbidden'],
    handle: async ({ caller, query: { after, limit, ...query } }) => {
      const cursors = cursorsOf(desk, 'deliveries')
      const page = { ...query, after: cursors.read(caller, after), limit: limit + 1 }
      const found = await listDeliveries(desk, caller.user, page)
      const placed = found.map((row) => ({ ...row, createdAt: row.startedAt }))
      const { rows, next } = cursors.page(caller, placed, limit)
      return { status: 200, body: { deliveries: rows.map(deliveryViewOf), next } }
    },
  }),
  route({
    method: 'post',
    path: '/api/deliveries/{id}/resend',
    summary: 'Send a notification again, as a new delivery (admins)',
    tag,
    access: 'signed-in',
    scope: 'admin',
    params: z.object({
      id: z
        .string()
        .regex(/^[\w:-]{1,120}$/)
        .describe('`id` of a delivery'),
    }),
    successes: {
      202: {
        description: 'Queued.',
        schema: z.object({ delivery: deliveryViewSchema }),
        example: { delivery: { ...exampleDelivery, id: `${exampleDelivery.id}:again-0a1b2c3d` } },
      },
    },
    refusals: ['forbidden', 'not-found', 'conflict'],
    handle: async ({ caller, params, request }) => ({
      status: 202,
      body: {
        delivery: deliveryViewOf(await resendDelivery(desk, caller.user, params.id, originOf(request))),
      },
    }),
  }),
]
