import { describe, expect, test } from 'vitest'
import { comment } from '../../../../core/tickets/actions/comment.ts'
import type { Act, Change } from '../../../../core/tickets/change.ts'
import type { Comment } from '../../../../core/tickets/comments/comment.ts'
import { maxLines } from '../../../../core/tickets/history-limits.ts'
import type { Ticket } from '../../../../core/tickets/ticket.ts'
import { type Actor, personOf } from '../../../../core/users/user.ts'
import { by, cards, changeOf, decisionOf, inShort, lines, refuses } from '../../../support/decisions.ts'
import {
  ann,
  bob,
  claimedBy,
  closedBy,
  commentOf,
  max,
  mia,
  monday,
  resolvedBy,
  setWaitingBy,
  ticketOf,
} from '../../../support/ticket-fixture.ts'

/** Nobody is mentioned, so nobody has to be looked up. */
const nobody: ReadonlySet<string> = new Set()
const commenting = (actor: Actor, posted: Comment) => {
  const { body, visibility, surface } = posted
  const input = { body, visibility, key: 'any' }
  return decisionOf(comment, { ...by(actor, surface), input }, { comment: posted, staff: nobody })
}
/** What was written in a thread is its own message there. */
const messageOn: Partial<Record<Act['surface'], Comment['relayed']>> = {
  slack: { slack: '1700000000.000100' },
  discord: { discord: '1700000000000000000' },
}
const everywhere = ['slack comment 2', 'slackModerators comment 2', 'discord comment 2']
/** Without who is notified: see recipients.test.ts. */
const shown = ({ effects }: Change) => inShort(effects).filter((effect) => !effect.includes('notify'))

describe('comment', () => {
  const said = (actor: Actor, surface: Act['surface'], more: Parameters<typeof commentOf>[0] = {}) =>
    commenting(
      actor,
      commentOf({ author: personOf(actor), surface, relayed: messageOn[surface] ?? {}, ...more }),
    )

  test.each<[Act['surface'], string[]]>([
    ['slack', ['slackModerators comment 2', 'discord comment 2']],
    ['discord', ['slack comment 2', 'slackModerators comment 2']],
    ['web', everywhere],
    ['api', everywhere],
  ])('from %s goes to every other surface', (surface, relays) => {
    const change = changeOf(said(max, surface), claimedBy(max))
    expect(change.set).toEqual({})
    expect(change.history).toEqual([
      { by: personOf(max), surface, action: 'commented', comment: commentOf()._id },
    ])
    expect(shown(change)).toEqual(relays)
  })

  test('from Discord goes to the other thread there, when the requester has one', () => {
    const ticket = { ...claimedBy(max), surfaces: { discordRequester: { channel: '1', card: '2' } } }
    expect(shown(changeOf(said(max, 'discord'), ticket))).toEqual(everywhere)
    const followers = changeOf(said(max, 'discord'), ticket).effects.filter(({ kind }) => kind === 'notify')
    expect(followers.map(({ queue }) => queue)).toEqual(['mail'])
  })

  test.each(['slack', 'discord'] as const)('from a form on %s goes to its thread there, too', (surface) => {
    const change = changeOf(said(max, surface, { relayed: {} }), claimedBy(max))
    expect(shown(change)).toEqual(everywhere)
  })

  test('from the moderators’ channel goes to the requester on Slack', () => {
    const relayed = { slackModerators: '1700000000.000100' }
    expect(shown(changeOf(said(max, 'slack', { relayed }), claimedBy(max)))).toEqual([
      'slack comment 2',
      'discord comment 2',
    ])
  })

  test('internal goes nowhere and is a line of its own kind', () => {
    const change = changeOf(said(max, 'discord', { visibility: 'internal' }), claimedBy(max))
    expect(lines(change)).toEqual([['Max Moe', 'noted', undefined]])
    expect(change).toMatchObject({ set: {}, effects: [] })
  })

  test('internal by a moderator who is the requester wakes nothing', () => {
    const ticket = { ...setWaitingBy(mia), requester: personOf(max) }
    const change = changeOf(said(max, 'discord', { visibility: 'internal' }), ticket)
    expect(change).toMatchObject({ set: {}, effects: [] })
  })

  test('delivered again changes nothing', () => {
    const line = { at: monday, by: personOf(ann), surface: 'slack' as const, action: 'commented' as const }
    const decided = said(ann, 'slack')(ticketOf({ history: [{ ...line, comment: commentOf()._id }] }))
    expect(decided).toBeNull()
  })

  test.each<[string, Actor, Partial<Ticket>, string, Change['set'], string[]]>([
    [
      'wakes a waiting ticket',
      ann,
      setWaitingBy(max),
      'Here you are.',
      { status: 'in_progress', resolution: null },
      ['commented'],
    ],
    [
      'that says thanks wakes a waiting ticket too',
      ann,
      setWaitingBy(max),
      'Thanks!',
      { status: 'in_progress', resolution: null },
      ['commented'],
    ],
    [
      'reopens a resolved ticket for who did it',
      ann,
      resolvedBy(max),
      'It burns again.',
      { status: 'in_progress', resolution: null },
      ['commented', 'reopened'],
    ],
    [
      'reopens what nobody had into the queue',
      ann,
      { ...resolvedBy(ann), assignee: null },
      'It burns again.',
      { status: 'open', resolution: null },
      ['commented', 'reopened'],
    ],
    ['that only says thanks reopens nothing', ann, resolvedBy(max), 'Thanks!', {}, ['commented']],
    ['that thanks somebody by name reopens nothing', ann, resolvedBy(max), 'thx max', {}, ['commented']],
    ['that may be a thank you reopens nothing', ann, resolvedBy(max), 'works now', {}, ['commented']],
    [
      'that objects after a thank you reopens the ticket',
      ann,
      resolvedBy(max),
      'Danke, geht aber immer noch nicht',
      { status: 'in_progress', resolution: null },
      ['commented', 'reopened'],
    ],
    ['leaves an open ticket as it is', ann, {}, 'Hello?', {}, ['commented']],
    ['leaves a claimed ticket as it is', ann, claimedBy(max), 'Hello?', {}, ['commented']],
    ['leaves a closed ticket closed', ann, closedBy(max), 'It burns again.', {}, ['commented']],
    ['by the assignee reopens nothing', max, resolvedBy(max), 'By the way…', {}, ['commented']],
    ['by the assignee wakes nothing', max, setWaitingBy(max), 'Any news?', {}, ['commented']],
  ])('%s', (_name, actor, more, body, set, actions) => {
    const change = changeOf(said(actor, 'slack', { body }), more)
    expect(change.set).toEqual(set)
    expect(change.history.map(({ action }) => action)).toEqual(actions)
    // an assignee who is absent by then is to be found another
    const isHandedBack = actions.includes('reopened') && set.status === 'in_progress'
    expect(shown(change)).toEqual([
      'slackModerators comment 2',
      'discord comment 2',
      ...(Object.keys(set).length > 0 ? cards : []),
      ...(isHandedBack ? ['assign assign'] : []),
    ])
  })

  refuses(
    (actor) => said(actor, 'api'),
    [
      ['to a stranger', bob, {}, 'not-found', 'There is no such ticket.'],
      ['to a moderator once another has it', max, claimedBy(mia), 'not-found', 'There is no such ticket.'],
      [
        'when the ticket takes no more',
        ann,
        { history: Array.from({ length: maxLines }, () => ticketOf().history[0]).filter((line) => !!line) },
        'conflict',
        '#42 has 20,000 entries: file another ticket.',
      ],
    ],
  )
  refuses(
    (actor) => said(actor, 'api', { visibility: 'internal' }),
    [
      [
        'when internal to the requester',
        ann,
        {},
        'forbidden',
        'You may not write internal notes on this ticket.',
      ],
    ],
  )
})
