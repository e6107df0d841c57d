import { expect, test } from 'vitest'
import { splitMarkdown } from '../../../core/rich-text/split-markdown.ts'

const lines = (count: number, width = 20) =>
  Array.from({ length: count }, (_, at) => `${at} `.padEnd(width, 'x')).join('\n')

test('short text stays whole', () => {
  expect(splitMarkdown('one\n\ntwo', 100)).toEqual(['one\n\ntwo'])
  expect(splitMarkdown('', 100)).toEqual([])
})

test('text is split between lines', () => {
  const parts = splitMarkdown(lines(20), 100)
  expect(parts.join('\n')).toBe(lines(20))
  expect(parts.every((part) => part.length <= 100)).toBe(true)
})

test('a code block is closed and opened again, with its language', () => {
  const parts = splitMarkdown(`before\n\`\`\`js\n${lines(20)}\n\`\`\`\nafter`, 120)
  expect(parts.length).toBeGreaterThan(3)
  for (const part of parts.slice(1, -1)) expect(part).toMatch(/^```js\n[^`]+\n```$/)
  expect(parts.at(-1)).toMatch(/\n```\nafter$/)
  expect(parts.join('\n').replaceAll('\n```\n```js\n', '\n')).toBe(
    `before\n\`\`\`js\n${lines(20)}\n\`\`\`\nafter`,
  )
})

test('a code block that is longer than its beginning allows moves on as a whole', () => {
  const [first, second] = splitMarkdown(`${'y'.repeat(90)}\n\`\`\`\n${'z'.repeat(50)}\n\`\`\``, 100)
  expect([first, second]).toEqual(['y'.repeat(90), `\`\`\`\n${'z'.repeat(50)}\n\`\`\``])
})

test('code in a quote stays in its quote', () => {
  const quoted = lines(12).replace(/^/gm, '> ')
  const parts = splitMarkdown(`> \`\`\`\n${quoted}\n> \`\`\``, 120)
  for (const part of parts) expect(part).toMatch(/^> ```\n(?:> \d.*\n)+> ```$/)
})

test('a line that is too long is split between words, never within an emoji or an escape', () => {
  const words = 'word '.repeat(100).trim()
  expect(splitMarkdown(words, 100).join(' ').replace(/\s+/g, ' ')).toBe(words)
  const emoji = '🔥'.repeat(120)
  expect(splitMarkdown(emoji, 101).join('')).toBe(emoji)
  expect(splitMarkdown(emoji, 101).every((part) => part.isWellFormed())).toBe(true)
  const escaped = '\\*'.repeat(120)
  expect(splitMarkdown(escaped, 101).every((part) => /^(?:\\\*)+$/.test(part))).toBe(true)
})

test('every part is within the limit, and nothing is lost', () => {
  const text = `${lines(30, 57)}\n\`\`\`\n${lines(30, 43)}\n\`\`\`\n${lines(9, 200)}`
  const parts = splitMarkdown(text, 150)
  expect(Math.max(...parts.map(({ length }) => length))).toBeLessThanOrEqual(150)
  const numbersIn = (one: string) => one.match(/\d+/g)
  expect(numbersIn(parts.join('\n'))).toEqual(numbersIn(text))
})
