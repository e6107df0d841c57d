import { describe, expect, test } from 'vitest'
import { type ListPlace, listIdOf, readListId } from '../../../bot/discord/list-id.ts'

const id = '65f0c0ffee65f0c0ffee0001'
const createdAt = new Date('2026-11-29T12:34:56.789Z')
const first: ListPlace = { name: 'list', status: null, words: '', after: null, before: null }

describe('the id of a button to another page', () => {
  test.each<ListPlace>([
    first,
    { ...first, name: 'queue', after: { createdAt, id, group: 'medium' } },
    { ...first, words: 'a:b . c', status: 'in_progress', after: { createdAt, id, typos: true } },
    { ...first, name: 'queue', before: { createdAt, id, group: 'medium' } },
    { ...first, words: 'x'.repeat(30), status: 'in_progress', before: { createdAt, id, typos: true } },
    { ...first, words: 'x'.repeat(30), status: 'in_progress', after: { createdAt, id, typos: true } },
  ])('carries the place in the list: %j', (place) => {
    const customId = listIdOf(place)
    expect(customId?.length).toBeLessThanOrEqual(100)
    expect(readListId(customId ?? '')).toEqual(place)
  })

  test('is none when the words are too long for Discord', () => {
    expect(listIdOf({ ...first, words: '👍'.repeat(60) })).toBeNull()
  })

  test.each(['claim:65f0c0ffee65f0c0ffee0001', 'tickets:all::', 'tickets'])('is not %j', (other) => {
    expect(readListId(other)).toBeNull()
  })

  test('with a cursor that is none begins at the first page', () => {
    expect(readListId('tickets:list::zz.nothex..:')).toEqual(first)
    expect(readListId(`tickets:list::!.${id}..:`)).toEqual(first)
  })
})
