import { beforeEach, expect, test } from 'vitest'
import type { HeadingKind } from '../../../core/headings/heading.ts'
import { createHeadingKeeper } from '../../../core/headings/keep-headings.ts'
import { newId } from '../../../core/ids.ts'
import { createTicketFollower } from '../../../core/tickets/follow-tickets.ts'
import type { NewTicket } from '../../../core/tickets/ticket-store.ts'
import { personOf } from '../../../core/users/user.ts'
import { listDesk } from '../../support/list-desk.ts'
import { ann, claimedBy, later, max, newTicketOf } from '../../support/ticket-fixture.ts'
import { ownDatabase } from '../own-database.ts'

const database = ownDatabase()
const desk = () => listDesk(database(), () => later(60))
const follower = () => createTicketFollower(database(), [createHeadingKeeper(desk())], () => later(60))

beforeEach(async () => {
  const { tickets, users, headings, checkpoints } = database()
  for (const { collection } of [tickets, users, headings, checkpoints]) await collection.deleteMany({})
})

let number = 0
const file = async (more: Partial<NewTicket>) =>
  (await desk().tickets.insert(newTicketOf({ _id: newId(), number: ++number, ...more }))).ticket

const names = async (kind: HeadingKind) =>
  (await desk().headings.page(kind, undefined, 100)).map(({ name }) => name)

test('what tickets have is in its order, each once', async () => {
  await file({ tags: ['vpn', 'Äpfel'], skills: ['Printers'] })
  await file({ tags: ['Zoom', 'vpn'], ...claimedBy(max) })
  await file({ tags: ['apple'], requester: personOf(max) })
  await follower().catchUp()
  expect(await names('tag')).toEqual(['apple', 'vpn', 'Zoom'])
  expect(await names('skill')).toEqual(['Printers'])
  expect(await names('requester')).toEqual(['Ann Lee', 'Max Moe'])
  expect(await names('assignee')).toEqual(['Max Moe'])
})

test('what is deleted gives none', async () => {
  await file({ deleted: true })
  await follower().catchUp()
  expect(await names('requester')).toEqual([])
})

test('a value that a ticket gets later joins them', async () => {
  const ticket = await file({ tags: [] })
  const following = follower()
  await following.catchUp()
  await desk().tickets.apply(ticket, { set: { tags: ['new'] }, history: [], effects: [] }, later(61))
  await following.catchUp()
  expect(await names('tag')).toEqual(['new'])
})

test('people stand under the name that they have today', async () => {
  const { users } = desk()
  const { user } = await users.insert({ _id: ann._id, email: null, name: 'Zoe Lee' }, later(0))
  await file({})
  await follower().catchUp()
  expect(await names('requester')).toEqual(['Zoe Lee'])
  await users.apply(user, { set: { name: 'Bea Lee' } }, later(1))
  expect(await desk().headings.page('requester', undefined, 1)).toMatchObject([
    { name: 'Bea Lee', key: 'bea lee', value: ann._id },
  ])
})

test('two processes at once write the same', async () => {
  for (let index = 0; index < 20; index++) await file({ tags: [`tag ${index % 7}`] })
  await Promise.all([follower().catchUp(), follower().catchUp(), follower().catchUp()])
  expect(await names('tag')).toEqual(Array.from({ length: 7 }, (_, index) => `tag ${index}`))
})

test('a page goes on where the one before ended, whatever the alphabet', async () => {
  const tags = ['b', 'B', 'a', '\uff5ex', '😀', 'ł', 'é', '李', 'Z', '~', '\ufb00']
  for (const tag of tags) await file({ tags: [tag] })
  await follower().catchUp()
  const { headings } = desk()
  const all = await headings.page('tag', undefined, 100)
  expect(all).toHaveLength(tags.length)
  const bytes = all.map(({ key }) => Buffer.from(key).toString('hex'))
  expect(bytes).toEqual(bytes.toSorted())
  for (const [index, heading] of all.entries())
    expect(await headings.page('tag', heading, 2)).toEqual(all.slice(index, index + 2))
})
