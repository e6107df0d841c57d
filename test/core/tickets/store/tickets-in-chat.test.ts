import type { mongo } from 'mongoose'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { rawCollection } from '../../../../core/database/raw-collection.ts'
import { newId } from '../../../../core/ids.ts'
import { openTicket } from '../../../../core/tickets/open-ticket.ts'
import { createTicketsInChat } from '../../../../core/tickets/store/tickets-in-chat.ts'
import type { Ticket } from '../../../../core/tickets/ticket.ts'
import { type DeskInProcess, deskInProcess } from '../../../support/desk-in-process.ts'

type Tickets = mongo.Collection<Ticket>

let at: DeskInProcess
beforeAll(async () => {
  at = await deskInProcess()
})
afterAll(() => at?.close())

/** The tickets, of which `change` changes one after all others were read and before the open ones are. */
function changingMeanwhile(tickets: Tickets, change: () => Promise<unknown>): Tickets {
  const others: Promise<unknown>[] = []
  const find: Tickets['find'] = (filter: object = {}, options = {}) => {
    const cursor = tickets.find(filter, options)
    const read = cursor.toArray.bind(cursor)
    const isOpen = 'facets' in filter && filter.facets === 'status:open'
    cursor.toArray = async () => {
      if (!isOpen) return others[others.push(read()) - 1] as ReturnType<typeof read>
      await new Promise((done) => setImmediate(done))
      await Promise.all(others)
      await change()
      return read()
    }
    return cursor as never
  }
  return new Proxy(tickets, { get: (target, name) => (name === 'find' ? find : Reflect.get(target, name)) })
}

test('a ticket whose status changes while it is looked for is found all the same', async () => {
  const { user } = await at.somebody('user')
  const input = { title: 'Printer on fire', description: 'Flames.', urgency: 'normal' as const }
  const { ticket } = await openTicket(at.desk, user, { key: newId(), source: 'web', input })
  const tickets = rawCollection<Ticket>(at.database.tickets)
  await tickets.updateOne({ _id: ticket._id }, { $set: { 'surfaces.slack.ts': '1.1' } })
  const resolve = () =>
    tickets.updateOne(
      { _id: ticket._id },
      { $set: { status: 'resolved', facets: ['status:resolved'], updatedAt: at.desk.now() } },
    )

  const inChat = createTicketsInChat(changingMeanwhile(tickets, resolve), at.desk.now)
  expect(await inChat('slack')).toMatchObject([{ _id: ticket._id }])
  expect(await inChat('discord')).toEqual([])
})
