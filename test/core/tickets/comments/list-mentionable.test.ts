import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '../../../../core/ids.ts'
import { listMentionable } from '../../../../core/tickets/comments/list-mentionable.ts'
import { personOf, type User } from '../../../../core/users/user.ts'
import { type DeskInProcess, deskInProcess } from '../../../support/desk-in-process.ts'
import { newTicketOf } from '../../../support/ticket-fixture.ts'

let at: DeskInProcess
let people: Record<'ann' | 'bob' | 'max' | 'mia', User>
let ticket: string
beforeAll(async () => {
  at = await deskInProcess()
  people = {
    ann: (await at.somebody('user', { name: 'Ann Lee' })).user,
    bob: (await at.somebody('user', { name: 'Bob Poe' })).user,
    max: (await at.somebody('moderator', { name: 'Max Moe' })).user,
    mia: (await at.somebody('moderator', { name: 'Mia Fox' })).user,
  }
  await at.somebody('moderator', { name: 'Max Gone', active: false })
  const filed = newTicketOf({
    _id: newId(),
    number: await at.desk.nextNumber(),
    requester: personOf(people.ann),
    assignee: personOf(people.max),
    watchers: [personOf(people.bob)],
    status: 'in_progress',
  })
  ticket = (await at.desk.tickets.insert(filed)).ticket._id
})
afterAll(() => at.close())

test.each<['ann' | 'bob' | 'max', 'public' | 'internal', string | undefined, string[]]>([
  ['max', 'public', undefined, ['Ann Lee', 'Bob Poe', 'Mia Fox']],
  ['max', 'internal', undefined, ['Mia Fox']],
  ['max', 'public', 'fo', ['Mia Fox']],
  ['max', 'public', 'ox', []],
  ['ann', 'public', undefined, ['Max Moe']],
  ['ann', 'public', 'm', ['Max Moe']],
  ['bob', 'public', undefined, ['Ann Lee', 'Max Moe']],
])('%s, %s, who starts with %s', async (who, visibility, search, names) => {
  const found = await listMentionable(at.desk, people[who], { id: ticket, visibility, search })
  expect(found.map(({ name }) => name).toSorted()).toEqual(names)
})

test('is nobody’s who does not see the ticket', async () => {
  const asked = listMentionable(at.desk, people.mia, { id: ticket, visibility: 'public' })
  await expect(asked).rejects.toMatchObject({ kind: 'not-found' })
})
