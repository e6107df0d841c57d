import type { RichTextBlock } from '@slack/types'
import { expect, test } from 'vitest'
import { withoutMention } from '../../../../bot/slack/text/without-mention.ts'
import { typedText } from '../../../../local/slack/person/typed-text.ts'

const bot = 'U0BOT'
const written = (typed: string) => {
  const { text, block } = typedText(typed)
  return { text, blocks: [block] }
}
const inBlock = (content: { blocks?: unknown[] | undefined }) =>
  JSON.stringify((content.blocks?.[0] as RichTextBlock | undefined)?.elements)

test.each([
  ['<@U0BOT> printer is on fire', 'printer is on fire'],
  ['<@U0BOT>: printer', 'printer'],
  ['Hey <@U0BOT>, *my* printer', 'Hey *my* printer'],
  ['Printer <@U0BOT> <@U2> burns', 'Printer <@U2> burns'],
  ['<@U0BOT>\nprinter\n> smoke for <@U0BOT>', 'printer\n> smoke for'],
  ['<@U0BOT>', ''],
  ['Nothing here', 'Nothing here'],
])('%j becomes %j', (typed, words) => {
  const content = withoutMention(written(typed), bot)
  expect(content.text?.replace('&gt;', '>')).toBe(words)
  expect(inBlock(content)).not.toContain(bot)
})

test('the mention stays while the app’s own id is not known', () => {
  expect(withoutMention(written('<@U0BOT> printer'), undefined)).toEqual(written('<@U0BOT> printer'))
})

test('a label in the mention goes with it', () => {
  expect(withoutMention({ text: '<@U0BOT|deskbridge> printer' }, bot)).toEqual({ text: 'printer' })
})
