import { expect, test } from 'vitest'
import {
  answerTimesOf,
  createAnswerTimes,
  type FiledTicket,
  usualAnswerOf,
} from '../../../core/tickets/answer-times.ts'
import { createTicketStore } from '../../../core/tickets/store/ticket-store.ts'
import { personOf } from '../../../core/users/user.ts'
import { ann, idLike, later, max, monday, newTicketOf, ticketOf } from '../../support/ticket-fixture.ts'
import { ownDatabase } from '../own-database.ts'

const minutes = (count: number) => new Date(monday.getTime() + count * 60_000)
const line = (by: typeof ann | null, action: FiledTicket['history'][number]['action'], after: number) => ({
  at: minutes(after),
  by: by && personOf(by),
  action,
})

/** @param waits minutes until the answer */
const answered = (waits: number[], more: Partial<FiledTicket> = {}): FiledTicket[] =>
  waits.map((wait) => ({
    ...{ priority: 'high', createdAt: monday, requester: personOf(ann) },
    history: [line(ann, 'opened', 0), line(ann, 'commented', 1), line(max, 'commented', wait)],
    ...more,
  }))
const high = (tickets: FiledTicket[]) => answerTimesOf(tickets).get('high')

test.each<[string, FiledTicket[], number | undefined]>([
  ['three of four had an answer by then', answered([10, 20, 30, 40, 50, 60, 70, 80]), 60],
  ['in no order', answered([50, 10, 40, 20, 30]), 40],
  ['rounded up', answered([0.2, 0.2, 0.2, 0.2, 0.2]), 1],
  ['four answers are too few', answered([10, 20, 30, 40]), undefined],
  ['other priorities don’t count', answered([10, 20, 30, 40, 50], { priority: 'low' }), undefined],
  [
    'unanswered ones don’t count',
    [...answered([1, 1, 1, 1]), ...answered([1], { history: [line(ann, 'opened', 0)] })],
    undefined,
  ],
  [
    'a claim, a note and the desk’s own lines are no answer',
    answered([1, 2, 3, 4, 5], {
      history: [line(max, 'claimed', 1), line(max, 'noted', 2), line(null, 'resolved', 3)],
    }),
    undefined,
  ],
  [
    'a solution and a question are',
    [
      ...answered([1, 1, 1], { history: [line(max, 'resolved', 7)] }),
      ...answered([1, 1], { history: [line(max, 'set waiting', 9)] }),
    ],
    9,
  ],
])('the usual time to an answer: %s', (_name, tickets, time) => {
  expect(high(tickets)).toBe(time)
})

test('only a ticket that waits for its first answer says when to expect it', () => {
  const times = new Map([['high', 45]] as const)
  const open = ticketOf({ priority: 'high', status: 'open' })
  const replied = { ...line(max, 'commented', 3), surface: 'web' } as const
  expect(usualAnswerOf(open, times)).toBe(45)
  expect(usualAnswerOf({ ...open, priority: 'low' }, times)).toBeNull()
  expect(usualAnswerOf({ ...open, priority: null }, times)).toBeNull()
  expect(usualAnswerOf({ ...open, status: 'resolved' }, times)).toBeNull()
  expect(usualAnswerOf({ ...open, history: [...open.history, replied] }, times)).toBeNull()
})

const database = ownDatabase()

test('the newest tickets count, read once for many readers', async () => {
  const tickets = createTicketStore(database(), new Set(), () => monday)
  const history = [{ ...line(max, 'resolved', 12), surface: 'web' } as const]
  for (const name of ['1', '2', '3', '4', '5'])
    await tickets.insert({
      ...newTicketOf(),
      _id: idLike(name),
      number: Number(name),
      priority: 'high',
      history,
    })
  const old = { createdAt: new Date(monday.getTime() - 1), number: 6, _id: idLike('6') }
  await tickets.insert({ ...newTicketOf(), ...old, priority: 'low', history })
  let reads = 0
  const times = createAnswerTimes(() => {
    reads++
    return tickets.filedSince(monday)
  })
  expect(await Promise.all([times(), times()])).toEqual([new Map([['high', 12]]), new Map([['high', 12]])])
  await times()
  expect(reads).toBe(1)
  expect(await tickets.filedSince(later(1))).toEqual([])
})
