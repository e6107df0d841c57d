import { expect, test } from 'vitest'
import { createEventParser } from '../../../../admin-web/src/shared/live/server-events.ts'
import { wordsOf } from '../../../../api/event-stream.ts'

const told = wordsOf({ id: 'a1', event: 'ticket', data: { id: '65f0', title: 'two\n\nlines' } })

test('messages are whole in whatever pieces they come', () => {
  const text = `retry: 1000\n\n${told}${wordsOf({ id: 'a2' })}`
  for (let size = 1; size < text.length; size += 7) {
    const parse = createEventParser()
    const pieces = text.match(new RegExp(`[^]{1,${size}}`, 'g')) ?? []
    const events = pieces.flatMap(parse).filter(({ id }) => id)
    expect(events.map(({ id, event }) => [id, event])).toEqual([
      ['a1', 'ticket'],
      ['a2', ''],
    ])
    expect(JSON.parse(events[0]?.data ?? '')).toEqual({ id: '65f0', title: 'two\n\nlines' })
  }
})

test('half a message is not told', () => {
  const parse = createEventParser()
  expect(parse(told.slice(0, -1))).toEqual([])
  expect(parse('\n')).toHaveLength(1)
})
