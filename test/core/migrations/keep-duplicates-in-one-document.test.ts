import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '../../../core/ids.ts'
import { keepDuplicatesInOneDocument } from '../../../core/migrations/keep-duplicates-in-one-document.ts'
import { ticketSchema } from '../../../core/tickets/ticket.ts'
import { personOf } from '../../../core/users/user.ts'
import { type DeskInProcess, deskInProcess } from '../../support/desk-in-process.ts'
import { maintainTicket } from '../../support/run-workflows.ts'
import { ann, bob, later, max, mia, monday, resolvedBy, ticketOf } from '../../support/ticket-fixture.ts'

let at: DeskInProcess
beforeAll(async () => {
  at = await deskInProcess()
})
afterAll(() => at.close())

const mark = newId()
const because = (person: typeof bob) => ({ ...personOf(person), because: 'duplicate' as const })
const line = (action: string, note: string) => ({
  ...{ at: monday, by: personOf(max), surface: 'discord', action, note },
  ...(action === 'marked duplicate' ? { mark } : {}),
})
const before = { status: 'open', assignee: null, assignment: null }

/** As stored by the version that kept duplicates in both tickets: the second one was never told that it is one. */
async function storeOldPair() {
  const [original, duplicate, untold] = [newId(), newId(), newId()]
  const numbers = [await at.desk.nextNumber(), await at.desk.nextNumber(), await at.desk.nextNumber()]
  const [number, second, third] = numbers as [number, number, number]
  const gained = (id: string, number: number, people: string[]) => ({
    ...{ id, number, mark, people, by: personOf(max), surface: 'discord' },
  })
  const rows = [
    {
      ...ticketOf({ _id: original, number, watchers: [because(bob), because(mia)] }),
      duplicates: [gained(duplicate, second, [bob._id]), gained(untold, third, [mia._id])],
      history: [line('got duplicate', `#${second}`), line('got duplicate', `#${third}`)],
      outbox: [
        { id: `${original}:3:0`, queue: 'maintenance', kind: 'mark', other: untold, mark, at: monday },
        { id: `${original}:3:1`, queue: 'discord', kind: 'card', at: monday },
      ],
    },
    {
      ...ticketOf({ _id: duplicate, number: second, requester: personOf(bob), ...resolvedBy(max) }),
      duplicateOf: { id: original, number, mark, before },
      history: [line('marked duplicate', `#${number}`)],
    },
    { ...ticketOf({ _id: untold, number: third, requester: personOf(mia) }), duplicateOf: null },
  ]
  await at.database.tickets.collection.insertMany(rows as never)
  return { original, duplicate, untold, third }
}

test('duplicates that stood in both tickets stand in the duplicate only, and half a marking is forgotten', async () => {
  const { original, duplicate, untold, third } = await storeOldPair()
  for (let times = 0; times < 2; times++) await keepDuplicatesInOneDocument(at.database, later(1))
  const stored = await at.database.tickets.collection
    .find({ _id: { $in: [original, duplicate, untold] } } as never)
    .toArray()
  for (const ticket of stored) expect(ticketSchema.strict().parse(ticket)).toBeTruthy()
  expect(JSON.stringify(stored)).not.toContain(mark)
  expect(await at.desk.tickets.find(duplicate)).toMatchObject({
    duplicateOf: { id: original, surface: 'discord', before },
  })
  expect((await at.desk.tickets.find(original))?.outbox.map(({ kind }) => kind)).toEqual([
    'card',
    'sync-duplicate',
    'sync-duplicate',
  ])
  await maintainTicket(at, original)
  const synced = await at.desk.tickets.find(original)
  expect(synced?.watchers).toEqual([because(bob)])
  expect(synced?.audience).toEqual([ann._id, bob._id, 'moderators', 'admins'])
  expect(synced?.history.at(-1)).toMatchObject({ action: 'lost duplicate', note: `#${third}` })
})
