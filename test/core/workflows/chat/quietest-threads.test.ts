import { expect, test } from 'vitest'
import { type ActiveThread, quietestThreads } from '../../../../core/workflows/chat/quietest-threads.ts'

type Status = NonNullable<ActiveThread['ticket']>['status']

/** @param day when somebody last wrote there */
const thread = (id: string, day: number, status?: Status, deleted = false): ActiveThread => ({
  id,
  lastAt: new Date(2026, 0, day),
  ticket: status && { _id: `ticket of ${id}`, status, deleted },
})

const cases: [string, ActiveThread[], ReturnType<typeof quietestThreads>][] = [
  [
    'of closed and deleted tickets first, the quietest first',
    [
      thread('a', 3, 'closed'),
      thread('b', 1, 'open'),
      thread('c', 2, 'closed'),
      thread('d', 1, 'resolved'),
      thread('e', 1, 'open', true),
    ],
    { rank: 'done', ids: ['e', 'c', 'a'] },
  ],
  [
    'of resolved tickets where none is closed',
    [thread('a', 1, 'waiting'), thread('b', 3, 'resolved'), thread('c', 2, 'resolved')],
    { rank: 'resolved', ids: ['c', 'b'] },
  ],
  [
    'only the quietest one of open tickets',
    [thread('a', 3, 'waiting'), thread('b', 2, 'in_progress'), thread('c', 4, 'open')],
    { rank: 'open', ids: ['b'] },
  ],
  [
    'never one that people have opened, or the ticket’s own',
    [thread('a', 1), thread('own', 1, 'closed')],
    null,
  ],
]
test.each(cases)('%s', (_what, threads, archived) =>
  expect(quietestThreads(threads, 'ticket of own')).toEqual(archived),
)

test('at most twenty at once', () => {
  const threads = Array.from({ length: 30 }, (_, day) => thread(String(day), day + 1, 'closed'))
  expect(quietestThreads(threads, '')?.ids).toEqual(threads.slice(0, 20).map(({ id }) => id))
})
