import fc from 'fast-check'
import { expect, test } from 'vitest'
import { commentMessages } from '../../../bot/discord/views/comment.ts'
import { threadName } from '../../../bot/discord/views/headline.ts'
import { lengthOf } from '../../../bot/discord/views/text.ts'
import { ticketCard } from '../../../bot/slack/views/cards/ticket-card.ts'
import { commentMessage } from '../../../bot/slack/views/comment.ts'
import { validateMessage } from '../../../local/discord/validation/validate-message.ts'
import { problemsOfBlocks } from '../../../local/slack/schemas/block-schemas.ts'
import { nastyWords } from '../../support/nasty-words.ts'
import { idLike, monday, ticketOf } from '../../support/ticket-fixture.ts'
import { forRequester } from '../slack/sample-ticket.ts'
import { fromDiscord, fromSlack } from './surfaces.ts'

const maxBody = 10_000

/** What people write: words that would ping, formatting that is cut off, all of Unicode, and long runs of each. */
const piece = fc.oneof(
  fc.constantFrom(
    ...nastyWords,
    '<!everyone>',
    '<!channel|x>',
    '@channel',
    '<@!2>',
    '<#3>',
    '<@&6>',
    '<id:home>',
  ),
  fc.constantFrom(
    '\n',
    '\n\n',
    '> ',
    '- ',
    '```',
    '`',
    '**',
    '__',
    '||',
    '](',
    '&lt;',
    '\\',
    '\u200b',
    '\u202e',
  ),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc
    .tuple(fc.string({ minLength: 1, maxLength: 3 }), fc.nat(3_000))
    .map(([text, times]) => text.repeat(times)),
)
const written = fc
  .tuple(fc.array(piece, { minLength: 1, maxLength: 30 }), fc.constantFrom('', ' ', '\n'))
  .map(([pieces, between]) => pieces.join(between).slice(0, maxBody))

const commentBy = (name: string, body: string) => ({
  ...{ _id: idLike('6'), ticket: idLike('1'), author: { id: idLike('7'), name }, fromRequester: true },
  ...{ body, visibility: 'public' as const, surface: 'web' as const, relayed: {}, createdAt: monday },
})

/** The elements of Slack's blocks that notify somebody, or name a place. */
function pingsIn(part: unknown): string[] {
  if (Array.isArray(part)) return part.flatMap(pingsIn)
  if (typeof part !== 'object' || part === null) return []
  const { type } = part as { type?: string }
  const own = ['user', 'usergroup', 'broadcast', 'channel', 'team'].includes(type ?? '') ? [String(type)] : []
  return [...own, ...Object.values(part).flatMap(pingsIn)]
}

/** Seeded, so that every run tries the same. A failure tells the shortest text it found. */
const runs = { numRuns: 100, seed: 17, interruptAfterTimeLimit: 120_000, markInterruptAsFailure: true }

test('nothing that was written on Slack pings anybody on Discord, and every message is one that Discord takes', () => {
  fc.assert(
    fc.property(written, fc.string({ unit: 'grapheme', minLength: 1, maxLength: 100 }), (text, name) => {
      for (const message of commentMessages(commentBy(name, fromSlack(text).slice(0, maxBody)))) {
        validateMessage(message, 0)
        expect(message).toMatchObject({ allowed_mentions: { parse: [] } })
        expect(message).not.toHaveProperty('content')
      }
    }),
    runs,
  )
})

test('nothing that was written on Discord pings anybody on Slack, and every message is one that Slack takes', () => {
  fc.assert(
    fc.property(written, fc.string({ unit: 'grapheme', minLength: 1, maxLength: 100 }), (text, name) => {
      const { blocks, text: notification } = commentMessage(
        commentBy(name, fromDiscord(text).slice(0, maxBody)),
      )
      expect(problemsOfBlocks(blocks, 'message')).toEqual([])
      expect(pingsIn(blocks)).toEqual([])
      expect(notification).not.toMatch(/<[!@#]/)
      for (const block of blocks)
        if (block.type === 'markdown')
          expect(block.text).not.toMatch(/<[!@#]|(?<!\w)@(?:everyone|channel|here)\b/)
    }),
    runs,
  )
})

test('no title or description pings anybody, on a card or as the name of a thread', () => {
  fc.assert(
    fc.property(written, written, (title, description) => {
      const ticket = ticketOf({ title: title.slice(0, 150), description: fromDiscord(description) || '-' })
      expect(lengthOf(threadName(ticket))).toBeLessThanOrEqual(100)
      const { blocks, text } = ticketCard(forRequester(ticket), 'https://desk.example')
      expect(problemsOfBlocks(blocks, 'message')).toEqual([])
      expect(pingsIn(blocks)).toEqual([])
      expect(text).not.toMatch(/<[!@#]/)
    }),
    { ...runs, numRuns: 40 },
  )
})
