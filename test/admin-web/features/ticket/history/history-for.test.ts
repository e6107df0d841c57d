import { expect, test } from 'vitest'
import { historyFor } from '../../../../../admin-web/src/features/ticket/history/history-for.ts'
import type { HistoryLine } from '../../../../../admin-web/src/features/ticket/history/history-words.ts'

const line = (action: HistoryLine['action'], note?: string): HistoryLine => ({
  action,
  surface: 'desk',
  by: null,
  at: '2026-11-29T10:00:00.000Z',
  ...(note ? { note } : {}),
})
const history = [
  line('opened'),
  line('triaged', 'High, Hardware'),
  line('assigned', 'to Ann Lee: knows Printers; has 10 of 20 tickets'),
  line('left open', 'Every moderator on duty is at capacity.'),
  line('claimed', 'was assigned to Bo Chen'),
]

test('the requester reads who does what, not how the desk decided', () => {
  expect(historyFor(history, false).map(({ action, note }) => [action, note])).toEqual([
    ['opened', undefined],
    ['assigned', 'to Ann Lee'],
    ['claimed', 'was assigned to Bo Chen'],
  ])
})

test('staff read all of it', () => {
  expect(historyFor(history, true)).toEqual(history)
})
