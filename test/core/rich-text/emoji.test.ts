import { expect, test } from 'vitest'
import { canonicalEmoji, emojiName, findEmoji } from '../../../core/rich-text/emoji.ts'

test.each([
  ['👍', '+1'],
  ['👍🏽', '+1::skin-tone-4'],
  ['❤', 'heart'],
  ['❤️', 'heart'],
  ['🏳️‍🌈', 'rainbow-flag'],
  ['🧑🏿‍💻', 'technologist::skin-tone-6'],
  ['1️⃣', 'one'],
  ['🇩🇪', 'de'],
  ['party', undefined],
])('%s is called %s on Slack', (characters, name) => {
  expect(emojiName(characters)).toBe(name)
})

test.each(['👍', '👍🏽', '❤️', '🏳️‍🌈', '🧑🏿‍💻', '1️⃣', '🕵🏽‍♂️', '☹️'])(
  '%s comes back from its name as Discord writes it',
  (characters) => {
    const [name = '', tone] = emojiName(characters)?.split('::skin-tone-') ?? []
    expect(findEmoji(name, Number(tone))).toBe(characters)
  },
)

test('a symbol that is written without its variation selector is the same emoji', () => {
  expect(canonicalEmoji('❤')).toBe('❤️')
  expect(canonicalEmoji('👩🏽‍❤️‍👨🏽')).toBe('👩🏽‍❤️‍👨🏽')
})
