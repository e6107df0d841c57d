import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { lineSchema, nameFrom, safeLine } from '../../../core/text/line.ts'

const title = lineSchema(5, 20, 'Too short.')
const problemOf = (text: unknown, schema: z.ZodType = title) =>
  schema.safeParse(text).error?.issues[0]?.message ?? null

describe('a one-line field', () => {
  test.each([
    ['a line break', 'two\nlines'],
    ['a carriage return', 'two\rlines'],
    ['a tab', 'two\ttabs'],
    ['a NUL', 'null\u0000byte'],
    ['an escape', 'esc\u001b[31mape'],
    ['an 8-bit control', 'csi\u009b31m'],
    ['DEL', 'del\u007fete'],
    ['a line separator', 'two\u2028lines'],
    ['a paragraph separator', 'two\u2029lines'],
    ['a right-to-left override', 'evil\u202ecod.exe'],
    ['an embedding', 'evil\u202acod.exe'],
    ['an isolate', 'evil\u2067cod.exe'],
    ['the end of an isolate', 'evil\u2069cod.exe'],
    ['half a character', 'evil\ud83dcod.exe'],
    ['one at its end', 'a title\n'],
  ])('refuses %s', (_, text) => expect(problemOf(text)).toBe('Use one line, without control characters.'))

  test.each([
    ['white space', '          '],
    ['what shows nothing', '\u200b\u2060\u3164\u2800\ufeff\u00ad'],
    ['one sign among it', '\u200b\u200b\u200b\u200ba'],
  ])('refuses %s as empty', (_, text) => expect(problemOf(text)).toBe('Too short.'))

  test.each([
    'Print: 50 % of it',
    'שלום לכולם',
    'مرحبا بكم',
    '👩‍👩‍👧‍👦 ❤️ 🏳️‍🌈',
    'می‌خواهم',
    '日本語のタイトル',
    'C++ & <b>"x"</b>',
  ])('takes %s', (text) => expect(title.parse(` ${text} `)).toBe(text))

  test('counts an emoji as one character, and refuses more than it may hold', () => {
    expect(problemOf('😀'.repeat(20))).toBeNull()
    expect(problemOf('😀'.repeat(21))).toBe('Use at most 20 characters.')
  })

  test('is described by patterns that agree', () => {
    const { allOf } = z.toJSONSchema(title, { io: 'input' }) as { allOf: { pattern: string }[] }
    const agrees = (text: string) => allOf.every(({ pattern }) => new RegExp(pattern, 'u').test(text))
    for (const text of ['A title', 'two\nlines', 'a\u202eb c d', '     ', 'ok'])
      expect(agrees(text), text).toBe(title.safeParse(text).success)
  })

  test('is checked in no time, however long it is', () => {
    const startedAt = performance.now()
    for (const text of [`${' '.repeat(1e6)}\n`, `a${' '.repeat(1e6)}`, `${'a '.repeat(5e5)}\n`])
      expect(problemOf(text)).not.toBeNull()
    expect(performance.now() - startedAt).toBeLessThan(5_000)
  })
})

describe('a line that can’t be refused', () => {
  test.each([
    ['two\r\n\r\nlines', 'two lines'],
    ['evil\u202ecod.exe', 'evilcod.exe'],
    ['half \ud83d', 'half \ufffd'],
    ['👩‍👧 stays', '👩‍👧 stays'],
  ])('%j is shown as %j', (stored, shown) => expect(safeLine(stored)).toBe(shown))

  test.each([
    ['  Kim\nLee ', 'Kim Lee'],
    ['\u202e\u202e', 'U1'],
    ['\u200b', 'U1'],
    ['', 'U1'],
    ['😀'.repeat(100), '😀'.repeat(80)],
  ])('the name %j becomes %j', (profile, name) => expect(nameFrom(profile, 'U1')).toBe(name))
})
