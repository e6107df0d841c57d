import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../../../../core/ids.ts'
import type { Surface } from '../../../../core/surface-names.ts'
import { addComment } from '../../../../core/tickets/comments/add-comment.ts'
import { editComment } from '../../../../core/tickets/comments/edit-comment.ts'
import { readTicket } from '../../../../core/tickets/read-tickets.ts'
import type { Ticket } from '../../../../core/tickets/ticket.ts'
import type { User } from '../../../../core/users/user.ts'
import { isNotify } from '../../../support/decisions.ts'
import { type DeskInProcess, deskInProcess } from '../../../support/desk-in-process.ts'
import { claimedBy, newTicketOf } from '../../../support/ticket-fixture.ts'

let at: DeskInProcess
let people: Record<'ann' | 'bob' | 'max' | 'mia' | 'gone', User>
beforeAll(async () => {
  at = await deskInProcess()
  people = {
    ann: (await at.somebody('user', { name: 'Ann Lee' })).user,
    bob: (await at.somebody('user', { name: 'Bob Poe' })).user,
    max: (await at.somebody('moderator', { name: 'Max Moe' })).user,
    mia: (await at.somebody('moderator', { name: 'Mia Fox' })).user,
    gone: (await at.somebody('moderator', { name: 'Gus Gone', active: false })).user,
  }
})
afterAll(() => at.close())

type Name = keyof typeof people
async function file() {
  const requester = { id: people.ann._id, name: people.ann.name }
  const fresh = newTicketOf({ _id: newId(), number: await at.desk.nextNumber(), requester })
  return (await at.desk.tickets.insert({ ...fresh, ...claimedBy(people.max) })).ticket._id
}
const say = (
  author: Name,
  ticket: string,
  mentioned: Name[],
  { surface = 'web' as Surface, visibility = 'public' as 'public' | 'internal' } = {},
) =>
  addComment(at.desk, people[author], {
    ticket,
    surface,
    key: newId(),
    input: { body: 'Look, @Mia Fox.', visibility, mentions: mentioned.map((name) => people[name]._id) },
  })

const mentioned = (ticket: Ticket | null) =>
  (ticket?.outbox ?? []).filter(isNotify).filter(({ topic }) => topic === 'mentioned')

test('a moderator who is mentioned is told, watches from then on, and sees it', async () => {
  const ticket = await file()
  await expect(readTicket(at.desk, people.mia, ticket)).rejects.toThrow('no such ticket')
  const said = await say('max', ticket, ['mia', 'mia'])
  expect(said.mentions).toEqual([{ id: people.mia._id, name: 'Mia Fox' }])
  const after = await readTicket(at.desk, people.mia, ticket)
  expect(after.watchers).toEqual([{ id: people.mia._id, name: 'Mia Fox' }])
  expect(after.outbox).toContainEqual(
    expect.objectContaining({ to: people.mia._id, topic: 'mentioned', comment: said._id }),
  )
})

test('who has it or filed it is told, and need not watch', async () => {
  const ticket = await file()
  await say('ann', ticket, ['max'])
  const after = await at.desk.tickets.find(ticket)
  expect(after?.watchers ?? []).toEqual([])
  expect(mentioned(after).map(({ to }) => to)).toContain(people.max._id)
})

describe('can’t be mentioned', () => {
  test.each<[string, Name, Name, 'public' | 'internal']>([
    ['by a requester: who is not in the ticket', 'ann', 'mia', 'public'],
    ['a user who does not see it', 'max', 'bob', 'public'],
    ['in a note: its requester', 'max', 'ann', 'internal'],
    ['who has no active account', 'max', 'gone', 'public'],
  ])('%s', async (_name, author, mentioned, visibility) => {
    const ticket = await file()
    await expect(say(author, ticket, [mentioned], { visibility })).rejects.toMatchObject({
      kind: 'invalid',
      field: 'mentions',
    })
    expect((await at.desk.tickets.find(ticket))?.version).toBe(1)
  })

  test('but in chat it is a mere word, and what was said is said', async () => {
    const said = await say('ann', await file(), ['mia', 'max'], { surface: 'slack' })
    expect(said.mentions).toEqual([{ id: people.max._id, name: 'Max Moe' }])
  })
})

test('who is mentioned only in the changed words is told then; who was before is not told again', async () => {
  const ticket = await file()
  const said = await say('max', ticket, ['ann'])
  const { ann, mia } = people
  await editComment(at.desk, people.max, {
    id: ticket,
    comment: said._id,
    surface: 'web',
    input: { version: 1, body: 'Look, both.', mentions: [ann._id, mia._id] },
  })
  const after = await at.desk.tickets.find(ticket)
  const told = mentioned(after).filter(({ queue }) => queue === 'mail')
  expect(told.map(({ to }) => to)).toEqual([ann._id, mia._id])
  expect(after?.watchers).toEqual([{ id: mia._id, name: 'Mia Fox' }])
})
