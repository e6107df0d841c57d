import { expect, test } from 'vitest'
import { type HeadingKind, headingOf, keyOf } from '../../../core/headings/heading.ts'
import { compareHeadings, positionIn, positionOf } from '../../../core/headings/position.ts'
import { ann, idLike, max } from '../../support/ticket-fixture.ts'

test.each([
  ['Åsa', 'asa'],
  ['VPN', 'vpn'],
  ['a\u0000b\nc', 'abc'],
  ['Ⅻ ﬁne', 'xii fine'],
  ['😀'.repeat(50), '😀'.repeat(40)],
])('%j is ordered as %j', (name, key) => {
  expect(keyOf(name)).toBe(key)
  expect(keyOf(key)).toBe(key)
})

const ticket = {
  requester: { id: ann._id, name: ann.name },
  assignee: { id: max._id, name: max.name },
  skills: ['Printers', 'C++'],
  tags: [],
}

test.each<[HeadingKind, object | null]>([
  ['requester', { _id: `requester:${ann._id}`, value: ann._id, name: 'Ann Lee', key: 'ann lee' }],
  ['assignee', { _id: `assignee:${max._id}`, value: max._id, name: 'Max Moe', key: 'max moe' }],
  ['skill', { _id: 'skill:Printers', value: 'Printers', name: 'Printers', key: 'printers' }],
  ['tag', null],
])('by %s a ticket stands under its first value, or none', (kind, expected) => {
  expect(headingOf(ticket, kind)).toEqual(expected && { kind, ...expected })
})

test('a place in a cursor is read as it was written', () => {
  for (const value of ['VPN', 'a\nb', idLike('a'), '😀'])
    expect(positionIn(positionOf({ key: keyOf(value), value }), 'tag')).toEqual({
      key: keyOf(value),
      _id: `tag:${value}`,
    })
  expect(positionIn(positionOf(null), 'tag')).toBeNull()
  expect(positionIn('open', 'tag')).toBeUndefined()
})

test('the order is that of bytes, and none comes last', () => {
  const at = (key: string, _id = key) => ({ key, _id })
  const sorted = [null, at('\u{1f600}'), at('\uff5e'), at('b'), at('a', '2'), at('a', '1')].toSorted(
    compareHeadings,
  )
  expect(sorted.map((one) => one?._id ?? null)).toEqual(['1', '2', 'b', '\uff5e', '\u{1f600}', null])
})
