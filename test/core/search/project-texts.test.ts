import { beforeEach, expect, test } from 'vitest'
import { newId } from '../../../core/ids.ts'
import { createTextProjection, maxComments } from '../../../core/search/project-texts.ts'
import { createTextStore } from '../../../core/search/text-store.ts'
import { createCommentStore } from '../../../core/tickets/comments/comment-store.ts'
import { createTicketProjector } from '../../../core/tickets/store/project-tickets.ts'
import { ann, commentOf, idLike, later, ticketOf } from '../../support/ticket-fixture.ts'
import { ownDatabase } from '../own-database.ts'

const database = ownDatabase()
const id = idLike('1')
const keeper = () =>
  createTicketProjector(database(), [createTextProjection(database(), createTextStore(database()))], () =>
    later(100),
  )
const stored = () => database().texts.find({}).sort({ _id: 1 }).lean()

/** A change of the ticket, `seconds` after it was filed. */
const change = (seconds: number, fields: object = {}) =>
  database().tickets.collection.updateOne({ _id: id } as object, {
    $set: { updatedAt: later(seconds), version: seconds, ...fields },
  })

beforeEach(async () => {
  const { tickets, texts, comments, checkpoints } = database()
  for (const { collection } of [tickets, texts, comments, checkpoints]) await collection.deleteMany({})
  await tickets.collection.insertOne(ticketOf({ _id: id, createdAt: later(7) }) as never)
})

test('the words of a ticket have its date', async () => {
  await keeper().catchUp()
  const words = 'printer on fire\nann lee\nflames come out of **it**.'
  const ticket = { number: 42, requester: ann._id, addresses: '' }
  expect(await stored()).toEqual([
    { _id: `${id}:everybody`, readers: 'everybody', words, createdAt: later(7), noted: false, ...ticket },
  ])
})

test('a ticket with notes is found by another text by staff, until the notes are gone', async () => {
  const note = commentOf({ _id: idLike('2'), ticket: id, body: 'Zeppelin.', visibility: 'internal' })
  await createCommentStore(database()).insert(note)
  await keeper().catchUp()
  expect((await stored()).map(({ readers, noted }) => ({ readers, noted }))).toEqual([
    { readers: 'everybody', noted: true },
    { readers: 'staff', noted: false },
  ])
  const texts = createTextStore(database())
  expect(await texts.holding('printer', 'staff')).toEqual([id])
  expect(await texts.holding('zeppelin', 'everybody')).toEqual([])
  await database().comments.collection.deleteMany({})
  await change(50)
  await keeper().catchUp()
  expect(await stored()).toMatchObject([{ readers: 'everybody', noted: false }])
  expect(await texts.holding('printer', 'staff')).toEqual([id])
})

test('a text without a date, written by an older desk, gets one', async () => {
  await keeper().catchUp()
  await database().texts.collection.updateMany({}, { $unset: { createdAt: 1, noted: 1 } })
  await change(50)
  await keeper().catchUp()
  expect(await stored()).toMatchObject([{ createdAt: later(7), noted: false }])
})

test('what was said on one ticket does not crowd out what was said on another', async () => {
  const other = idLike('3')
  await database().tickets.collection.insertOne(ticketOf({ _id: other, number: 3 }) as never)
  const busy = Array.from({ length: maxComments }, (_, index) =>
    commentOf({ _id: newId(), ticket: id, body: 'Again.', createdAt: later(index) }),
  )
  const quiet = commentOf({ _id: newId(), ticket: other, body: 'Zeppelin.' })
  await database().comments.collection.insertMany([...busy, quiet] as never[])
  await keeper().catchUp()
  expect(await createTextStore(database()).holding('zeppelin', 'everybody')).toEqual([other])
})

test('a deleted ticket leaves no words', async () => {
  await keeper().catchUp()
  await change(50, { deleted: true })
  await keeper().catchUp()
  expect(await stored()).toEqual([])
})
