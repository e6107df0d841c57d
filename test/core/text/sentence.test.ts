import { expect, test } from 'vitest'
import {
  code,
  joined,
  link,
  plainOf,
  sentence,
  shortened,
  withFullStop,
} from '../../../core/text/sentence.ts'

test('tells its own words from what was put in', () => {
  expect(sentence`${'Kim'} resolved #${7}.`.parts).toEqual([
    { kind: 'data', text: 'Kim' },
    { kind: 'words', text: ' resolved #' },
    { kind: 'data', text: '7' },
    { kind: 'words', text: '.' },
  ])
})

test('keeps the parts of a sentence that is put in', () => {
  const who = sentence`${'*Kim*'} (requester)`
  expect(sentence`Ask ${who}, type ${code('/link')} at ${link('https://desk.example')}`.parts).toEqual([
    { kind: 'words', text: 'Ask ' },
    { kind: 'data', text: '*Kim*' },
    { kind: 'words', text: ' (requester)' },
    { kind: 'words', text: ', type ' },
    { kind: 'code', text: '/link' },
    { kind: 'words', text: ' at ' },
    { kind: 'link', text: 'https://desk.example' },
  ])
})

test('what was put in stays on one line', () => {
  expect(plainOf(sentence`By ${'Kim\n\nBcc: x'}.`)).toBe('By Kim Bcc: x.')
})

test('is joined, ended and cut', () => {
  expect(plainOf(joined([sentence`a`, sentence`${'b'}`], ', '))).toBe('a, b')
  expect(joined([], ', ').parts).toEqual([])
  expect(plainOf(withFullStop(sentence`Done.`))).toBe('Done.')
  expect(plainOf(withFullStop(sentence`By ${'Kim'}`))).toBe('By Kim.')
  expect(plainOf(shortened(sentence`By ${'😀😀😀'} now`, 5))).toBe('By 😀…')
  expect(plainOf(shortened(sentence`By ${'Kim'}`, 6))).toBe('By Kim')
})
