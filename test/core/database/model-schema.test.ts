import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { auditEntrySchema } from '../../../core/audit/audit-entry.ts'
import { catalogSchema } from '../../../core/catalog/catalog.ts'
import { modelSchema } from '../../../core/database/model-schema.ts'
import { deliverySchema } from '../../../core/notifications/deliveries/delivery.ts'
import { commentSchema } from '../../../core/tickets/comments/comment.ts'
import { ticketSchema } from '../../../core/tickets/ticket.ts'
import { apiKeySchema } from '../../../core/users/api-keys/api-key.ts'
import { userSchema } from '../../../core/users/user.ts'
import { later, ticketOf } from '../../support/ticket-fixture.ts'
import { ownDatabase } from '../own-database.ts'

const database = ownDatabase()

test('each field has the type of mongoose that its shape says', () => {
  const schema = modelSchema(
    z.object({
      _id: z.string(),
      kind: z.enum(['a', 'b']).optional(),
      count: z.number().int().nullable(),
      on: z.boolean(),
      at: z.date().nullable().optional(),
      names: z.array(z.string().max(3)),
      people: z.array(z.object({ id: z.string() })).optional(),
      nested: z.object({ id: z.string() }).nullable(),
    }),
  )
  const types = Object.fromEntries(
    Object.entries(schema.paths).map(([name, { instance }]) => [name, instance]),
  )
  expect(types).toEqual({
    _id: 'String',
    kind: 'String',
    count: 'Number',
    on: 'Boolean',
    at: 'Date',
    names: 'Array',
    people: 'Array',
    nested: 'Mixed',
  })
})

describe('models have the fields of the shapes that they store, and no others', () => {
  test.each([
    ['tickets', ticketSchema],
    ['comments', commentSchema],
    ['users', userSchema],
    ['audit', auditEntrySchema],
    ['deliveries', deliverySchema],
    ['apiKeys', apiKeySchema],
    ['catalogs', catalogSchema],
  ] as const)('%s', (name, shape) => {
    const { schema } = database()[name]
    expect(Object.keys(schema.paths).toSorted()).toEqual(Object.keys(shape.shape).toSorted())
    expect(schema.get('strict')).toBe('throw')
  })
})

test('what is written through a model is cast, and a field that is not stated is refused', async () => {
  const { tickets } = database()
  const ticket = ticketOf()
  await tickets.create(ticket)
  await tickets.updateOne({ _id: ticket._id }, { $set: { updatedAt: later(5).toISOString() } } as never)
  const stored = await tickets.findById(ticket._id).lean()
  expect(stored).toEqual({ ...ticket, updatedAt: later(5) })
  expect(ticketSchema.strict().parse(stored)).toEqual(stored)
  await expect(
    tickets.updateOne({ _id: ticket._id }, { $set: { colour: 'red' } } as never).exec(),
  ).rejects.toThrow('colour')
})

test('every model refuses what is not stated', () => {
  const models = Object.values(database().connection.models)
  expect(models.length).toBeGreaterThan(12)
  for (const { schema } of models) expect(schema.get('strict')).toBe('throw')
})
