import { expect, test } from 'vitest'
import {
  mentionsIn,
  nameBeingTyped,
  withName,
} from '../../../../../admin-web/src/features/ticket/conversation/mentions.ts'

test.each([
  ['@M', 'M'],
  ['Ask @Max', 'Max'],
  ['Ask @Max Mo', 'Max Mo'],
  ['Ask @Zoë', 'Zoë'],
  ['Ask @', null],
  ['max@example', null],
  ['@Max Moe knows it', null],
  ['', null],
])('in “%s” the name being typed is %s', (text, name) => {
  expect(nameBeingTyped(text)).toBe(name)
})

test('a picked name replaces what was typed of it', () => {
  expect(withName('Ask @ma', 'ma', 'Max Moe')).toBe('Ask @Max Moe ')
})

test('only names that still stand there count, once', () => {
  const [max, mia] = [
    { id: '1', name: 'Max Moe' },
    { id: '2', name: 'Mia Fox' },
  ]
  expect(mentionsIn('Ask @Max Moe.', [max, mia, max])).toEqual(['1'])
})
