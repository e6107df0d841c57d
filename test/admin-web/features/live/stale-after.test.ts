import { expect, test } from 'vitest'
import { staleAfter } from '../../../../admin-web/src/features/live/stale-after.ts'
import {
  ticketKey,
  ticketListsKey,
  ticketsKey,
} from '../../../../admin-web/src/shared/tickets/ticket-keys.ts'

const all = [ticketsKey]

test.each<[string, string, object, boolean, number, unknown]>([
  ['a stream that begins now', 'ready', {}, false, 2_000, all],
  ['one that goes back to before the page', 'ready', { sinceMs: 7_000 }, false, 6_900, []],
  ['one that took too long to open', 'ready', { sinceMs: 7_000 }, false, 7_100, all],
  ['one that goes on where it broke off', 'ready', {}, true, 99_000, []],
  ['one that can’t know what was missed', 'reset', {}, true, 2_000, all],
  ['a changed ticket', 'ticket', { id: '65f0' }, true, 2_000, [ticketKey('65f0'), ticketListsKey]],
  ['a ticket out of sight', 'gone', { id: '65f0' }, true, 2_000, [ticketKey('65f0'), ticketListsKey]],
])('after %s', (_name, event, data, resumed, ageMs, stale) => {
  expect(staleAfter({ event, data: JSON.stringify(data), id: undefined }, resumed, ageMs)).toEqual(stale)
})
