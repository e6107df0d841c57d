import { expect, test } from 'vitest'
import { changedSortKeys, personKey, sortKeysOf } from '../../../../core/tickets/lists/sort-keys.ts'
import { ann, claimedBy, idLike, max, ticketOf } from '../../../support/ticket-fixture.ts'

test.each([
  ['Åsa', 'asa'],
  ['VPN', 'vpn'],
  ['a\u0000b\nc', 'abc'],
  ['Ⅻ ﬁne', 'xii fine'],
  ['😀'.repeat(50), '😀'.repeat(40)],
])('%j is ordered as %j', (name, key) => {
  expect(personKey({ id: idLike('a'), name })).toBe(`${key}\n${idLike('a')}`)
})

test('the order is that of bytes, and unassigned tickets come last', () => {
  const keys = ['Ann', 'Ann Lee', 'b', '\uff5e', '\u{1f600}'].map((name) => personKey({ id: '1', name }))
  const all = [...keys, personKey(null)].map((key) => Buffer.from(key))
  expect(all.toReversed().toSorted(Buffer.compare)).toEqual(all)
})

test('a ticket has a key for its requester and its assignee', () => {
  expect(sortKeysOf(ticketOf(claimedBy(max)))).toEqual({
    requester: `ann lee\n${ann._id}`,
    assignee: `max moe\n${max._id}`,
  })
})

test('a change writes the keys of the people that it names, and no others', () => {
  expect(changedSortKeys({})).toEqual({})
  expect(changedSortKeys({ assignee: null })).toEqual({ 'sortKeys.assignee': personKey(null) })
})
