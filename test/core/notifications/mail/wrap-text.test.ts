import { describe, expect, test } from 'vitest'
import { wrapText } from '../../../../core/notifications/mail/wrap-text.ts'

const link = `https://desk.example/${'a'.repeat(40)}`
const cases: [string, string, string][] = [
  ['short lines stay', 'One.\n\nTwo.', 'One.\n\nTwo.'],
  [
    'long ones break between words',
    'The printer on the third floor burns.',
    'The printer on the\nthird floor burns.',
  ],
  ['a link stays whole', `See ${link} for more.`, `See\n${link}\nfor more.`],
  ['a link that begins a line stays there', `${link} burns`, `${link}\nburns`],
  ['a list hangs', '- The printer on the third floor', '- The printer on the\n  third floor'],
  ['a numbered one, too', '10. The printer on the third floor', '10. The printer on\n    the third floor'],
  ['a quote stays a quote', '> The printer on the third floor', '> The printer on the\n> third floor'],
  [
    'code stays as it is',
    '```\nlong long long long long long\n```',
    '```\nlong long long long long long\n```',
  ],
  ['what is no list is none', '-100 degrees on the third floor', '-100 degrees on the\nthird floor'],
]

describe('wrapping', () => {
  test.each(cases)('%s', (_name, text, expected) => expect(wrapText(text, 20)).toBe(expected))

  test('loses no word', () => {
    const text = 'word '.repeat(2_000).trim()
    const wrapped = wrapText(text, 74)
    expect(wrapped.replaceAll('\n', ' ')).toBe(text)
    expect(Math.max(...wrapped.split('\n').map(({ length }) => length))).toBeLessThanOrEqual(74)
  })
})
