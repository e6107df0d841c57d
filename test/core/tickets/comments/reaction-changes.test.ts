import { describe, expect, test } from 'vitest'
import { maxReactions, type Reaction } from '../../../../core/tickets/comments/reaction.ts'
import {
  decideCleared,
  decideReaction,
  isReactedElsewhere,
  mayReact,
  type ReactionEvent,
} from '../../../../core/tickets/comments/reaction-changes.ts'
import { ann, bob, idLike, later, max, ticketOf } from '../../../support/ticket-fixture.ts'

const comment = idLike('2')
const stored = (more: Partial<Reaction> = {}): Reaction => ({
  comment,
  place: 'slack',
  by: 'U1',
  emoji: '🎉',
  at: 100,
  ...more,
})
const event = (more: Partial<ReactionEvent> = {}): ReactionEvent => ({
  comment,
  place: 'slack',
  by: 'U1',
  emoji: '🎉',
  at: 200,
  isAdded: true,
  ...more,
})

/** The reactions afterwards, and the queues that show them. Null: nothing changes. */
function outcomeOf(before: Reaction[], happened: ReactionEvent, surfaces = {}) {
  const change = decideReaction(happened, later(0))(ticketOf({ reactions: before, surfaces }))
  return change && { reactions: change.set.reactions, queues: change.effects.map(({ queue }) => queue) }
}

describe('a reaction', () => {
  test.each<[string, Reaction[], ReactionEvent, ReturnType<typeof outcomeOf>]>([
    ['is added', [], event(), { reactions: [stored({ at: 200 })], queues: ['slackModerators', 'discord'] }],
    ['is not added twice', [stored({ at: 200 })], event(), null],
    [
      'is taken back',
      [stored()],
      event({ isAdded: false }),
      { reactions: [stored({ at: 200, removed: true })], queues: ['slackModerators', 'discord'] },
    ],
    ['stays taken back when its event comes again', [stored({ at: 300, removed: true })], event(), null],
    [
      'that was taken back before it arrived stays so',
      [],
      event({ isAdded: false }),
      { reactions: [stored({ at: 200, removed: true })], queues: [] },
    ],
    ['of an older event changes nothing', [stored({ at: 300 })], event({ isAdded: false }), null],
    [
      'of another person stands beside it',
      [stored()],
      event({ by: 'U2' }),
      { reactions: [stored(), stored({ by: 'U2', at: 200 })], queues: ['slackModerators', 'discord'] },
    ],
    ['that nobody gave can’t be taken back on Discord', [], event({ at: null, isAdded: false }), null],
  ])('%s', (_what, before, happened, expected) => {
    expect(outcomeOf(before, happened)).toEqual(expected)
  })

  test('of staff is shown in Slack, and to a requester on Discord', () => {
    const there = { discordRequester: { channel: '7' } }
    const onDiscord = event({ place: 'discord', at: null })
    expect(outcomeOf([], onDiscord)?.queues).toEqual(['slack', 'slackModerators'])
    expect(outcomeOf([], onDiscord, there)?.queues).toEqual(['slack', 'slackModerators', 'discord'])
  })

  test('is kept up to a number, and what was taken back is forgotten first', () => {
    const many = Array.from({ length: maxReactions }, (_, index) => stored({ by: `U${index + 9}` }))
    expect(outcomeOf(many, event())).toBeNull()
    const [first, ...rest] = many
    const room = outcomeOf([...rest, { ...stored(first), removed: true }], event())
    expect(room?.reactions).toHaveLength(maxReactions)
  })
})

test('a moderator of the server clears one emoji, or all', () => {
  const reactions = [
    stored({ place: 'discord' }),
    stored({ place: 'discord', emoji: '👀' }),
    stored({ emoji: '👀' }),
  ]
  const clear = (emoji?: string) =>
    decideCleared({ comment, place: 'discord', ...(emoji ? { emoji } : {}) })(ticketOf({ reactions }))
  expect(clear('👀')?.effects).toEqual([
    { queue: 'slack', kind: 'reaction', comment, emoji: '👀' },
    { queue: 'slackModerators', kind: 'reaction', comment, emoji: '👀' },
  ])
  expect(clear()?.set.reactions?.map(({ removed }) => removed)).toEqual([true, true, undefined])
  expect(clear('🚀')).toBeNull()
})

test('the desk reacts in one place for whoever reacted in another', () => {
  const ticket = ticketOf({ reactions: [stored(), stored({ emoji: '👀', removed: true })] })
  const shown = (place: Reaction['place'], emoji = '🎉') =>
    isReactedElsewhere(ticket, { comment, emoji }, place)
  expect([shown('slack'), shown('discord'), shown('discordRequester')]).toEqual([false, true, true])
  expect(shown('discord', '👀')).toBe(false)
})

test('only staff and the requester react', () => {
  expect([ann, bob, max].map((actor) => mayReact(actor, ticketOf()))).toEqual([true, false, true])
})
