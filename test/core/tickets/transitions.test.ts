import { describe, expect, test } from 'vitest'
import type { Act, Change } from '../../../core/tickets/change.ts'
import { maxLines } from '../../../core/tickets/history-limits.ts'
import type { Ticket } from '../../../core/tickets/ticket.ts'
import { claim, comment, release, remove, resolve } from '../../../core/tickets/transitions.ts'
import { type Actor, personOf } from '../../../core/users/user.ts'
import { changeOf, refuses } from '../../support/decisions.ts'
import {
  ann,
  assignedTo,
  bob,
  claimedBy,
  commentOf,
  later,
  max,
  mia,
  monday,
  resolvedBy,
  root,
  ticketOf,
} from '../../support/ticket-fixture.ts'

const now = later(60)
const by = (actor: Actor, surface: Act['surface'] = 'discord'): Act => ({ actor, surface, now })
const waiting = (actor: Actor) => ({ ...claimedBy(actor), status: 'waiting' }) satisfies Partial<Ticket>
const closed = { ...resolvedBy(max), status: 'closed' } satisfies Partial<Ticket>

/** Each entry in short, e.g. `mail notify taken-over c`. */
const owed = ({ effects }: Change) =>
  effects.map(({ queue, kind, about, to, comment }) =>
    [queue, kind, about, to?.[0], comment?.[0]].filter(Boolean).join(' '),
  )
/** Who is told is in notify.test.ts. */
const shown = (change: Change) => owed(change).filter((entry) => !entry.includes('notify'))
const told = ({ history }: Change) => history.map(({ by: who, action, note }) => [who?.name, action, note])

const none: ReadonlySet<string> = new Set()
const cards = ['slack card', 'discord card']
const tells = (about: string, to: Actor, queues = ['slack', 'discord', 'mail']) =>
  queues.map((queue) => `${queue} notify ${about} ${to._id[0]}`)
const everyChannelButSlack = ['discord', 'mail']
const annSeesIt = tells('status-changed', ann, everyChannelButSlack)

describe('claim', () => {
  test.each<[string, Actor, Partial<Ticket>, string | undefined, string[]]>([
    ['an open ticket', max, {}, undefined, [...cards, ...annSeesIt]],
    ['what is assigned to them', max, assignedTo(max), undefined, [...cards, ...annSeesIt]],
    [
      'what is assigned to another, who is told',
      max,
      assignedTo(mia),
      'was assigned to Mia Fox',
      [...cards, ...tells('taken-over', mia), ...annSeesIt],
    ],
    ['as an admin', root, {}, undefined, [...cards, ...annSeesIt]],
    ['what they filed themselves', max, { requester: personOf(max) }, undefined, cards],
  ])('%s', (_name, actor, more, note, owes) => {
    const change = changeOf(claim(by(actor)), more)
    expect(change.set).toMatchObject({
      status: 'in_progress',
      assignee: personOf(actor),
      assignment: { by: 'claim', reason: `Claimed by ${actor.name}.`, at: now },
    })
    expect(told(change)).toEqual([[actor.name, 'claimed', note]])
    expect(owed(change)).toEqual(owes)
  })

  test('keeps who else was considered', () => {
    const candidates = [{ id: mia._id, name: mia.name, matching: ['Printers'], load: 1 }]
    const assignment = { by: 'triage' as const, reason: 'x', candidates, at: monday }
    expect(
      changeOf(claim(by(max)), { assignee: personOf(mia), assignment }).set.assignment?.candidates,
    ).toEqual(candidates)
  })

  refuses(
    (actor) => claim(by(actor)),
    [
      ['to a user', ann, {}, 'forbidden', 'You may not claim this ticket.'],
      ['to a stranger', bob, {}, 'not-found', 'There is no such ticket.'],
      ['when another was quicker', max, claimedBy(mia), 'conflict', 'Mia Fox has already claimed #42.'],
      ['when it waits at another', max, waiting(mia), 'conflict', 'Mia Fox has already claimed #42.'],
      ['when another has resolved it', max, resolvedBy(mia), 'not-found', 'There is no such ticket.'],
      ['to a user once claimed', ann, claimedBy(mia), 'forbidden', 'You may not claim this ticket.'],
      ['to a stranger once claimed', bob, claimedBy(mia), 'not-found', 'There is no such ticket.'],
      ['twice', max, claimedBy(max), 'conflict', 'You have already claimed #42.'],
      ['while it waits', max, waiting(max), 'conflict', 'You have already claimed #42.'],
      ['to an admin who is late', root, claimedBy(mia), 'conflict', 'Mia Fox has already claimed #42.'],
      ['once resolved', max, resolvedBy(max), 'conflict', '#42 is already resolved.'],
      ['once closed', root, closed, 'conflict', '#42 is already closed.'],
      ['once deleted', root, { deleted: true }, 'not-found', 'There is no such ticket.'],
      [
        'once deleted while claimed',
        max,
        { ...claimedBy(mia), deleted: true },
        'not-found',
        'There is no such ticket.',
      ],
    ],
  )
})

describe('release', () => {
  test.each<[string, Actor, Partial<Ticket>, string[]]>([
    ['what they claimed', max, claimedBy(max), []],
    ['what waits', max, waiting(max), []],
    ['what was only assigned to them', max, assignedTo(max), []],
    ['another’s, as an admin', root, claimedBy(max), tells('released', max)],
  ])('%s', (_name, actor, more, notify) => {
    const change = changeOf(release(by(actor)), more)
    expect(change.set).toEqual({ status: 'open', assignee: null, assignment: null })
    expect(told(change)).toEqual([[actor.name, 'released', undefined]])
    expect(owed(change)).toEqual([...cards, ...notify])
  })

  refuses(
    (actor) => release(by(actor)),
    [
      ['to its requester', ann, claimedBy(max), 'forbidden', 'You may not release this ticket.'],
      [
        'to a moderator it is not assigned to',
        max,
        assignedTo(mia),
        'forbidden',
        'You may not release this ticket.',
      ],
      ['of another’s, which they do not see', max, claimedBy(mia), 'not-found', 'There is no such ticket.'],
      ['when nobody has it', root, {}, 'conflict', 'Nobody has #42.'],
      ['once resolved', max, resolvedBy(max), 'conflict', '#42 is already resolved.'],
      ['once closed', root, closed, 'conflict', '#42 is already closed.'],
    ],
  )
})

describe('resolve', () => {
  const resolution = 'Put it out.'
  const asTheirs = (actor: Actor) => ({
    assignee: personOf(actor),
    assignment: { by: 'claim', reason: `Claimed by ${actor.name}.`, candidates: [], at: now },
  })

  test.each<[string, Actor, Partial<Ticket>, object, string[]]>([
    ['what they claimed', max, claimedBy(max), {}, tells('resolved', ann)],
    ['what waits', max, waiting(max), {}, tells('resolved', ann)],
    ['unclaimed: it becomes theirs', max, {}, asTheirs(max), tells('resolved', ann)],
    [
      'assigned to another: it becomes theirs, and the other is told',
      max,
      assignedTo(mia),
      asTheirs(max),
      [...tells('resolved', ann), ...tells('taken-over', mia)],
    ],
    [
      'another’s, as an admin: it stays theirs',
      root,
      claimedBy(max),
      {},
      [...tells('resolved', ann), ...tells('resolved', max)],
    ],
    ['their own, unclaimed, as its requester', ann, {}, {}, []],
    ['their own, claimed, as its requester', ann, claimedBy(max), {}, tells('resolved', max)],
  ])('%s', (_name, actor, more, set, notify) => {
    const change = changeOf(resolve({ ...by(actor), resolution }), more)
    expect(change.set).toEqual({
      status: 'resolved',
      resolution: { text: resolution, by: personOf(actor), at: now },
      ...set,
    })
    expect(told(change)).toEqual([[actor.name, 'resolved', resolution]])
    expect(owed(change)).toEqual([...cards, ...notify])
  })

  refuses(
    (actor) => resolve({ ...by(actor), resolution }),
    [
      ['to a stranger', bob, {}, 'not-found', 'There is no such ticket.'],
      ['of another’s, which they do not see', max, claimedBy(mia), 'not-found', 'There is no such ticket.'],
      ['to its requester once it is done', ann, resolvedBy(max), 'conflict', '#42 is already resolved.'],
      ['twice', max, resolvedBy(max), 'conflict', '#42 is already resolved.'],
      ['once closed', root, closed, 'conflict', '#42 is already closed.'],
    ],
  )
})

describe('comment', () => {
  const said = (actor: Actor, surface: Act['surface'], more: Parameters<typeof commentOf>[0] = {}) =>
    comment({
      ...by(actor, surface),
      staff: none,
      comment: commentOf({ author: personOf(actor), surface, ...more }),
    })

  test.each<[Act['surface'], string[]]>([
    ['slack', ['discord comment 2']],
    ['discord', ['slack comment 2']],
    ['web', ['slack comment 2', 'discord comment 2']],
    ['api', ['slack comment 2', 'discord comment 2']],
  ])('from %s goes to every other surface', (surface, relays) => {
    const change = changeOf(said(max, surface), claimedBy(max))
    expect(change.set).toEqual({})
    expect(change.history).toEqual([
      { by: personOf(max), surface, action: 'commented', comment: commentOf()._id },
    ])
    expect(shown(change)).toEqual(relays)
  })

  test('internal goes nowhere and is a line of its own kind', () => {
    const change = changeOf(said(max, 'discord', { visibility: 'internal' }), claimedBy(max))
    expect(told(change)).toEqual([['Max Moe', 'noted', undefined]])
    expect(change).toMatchObject({ set: {}, effects: [] })
  })

  test('internal by a moderator who is the requester wakes nothing', () => {
    const ticket = { ...waiting(mia), requester: personOf(max) }
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
      waiting(max),
      'Here you are.',
      { status: 'in_progress', resolution: null },
      ['commented'],
    ],
    [
      'that says thanks wakes a waiting ticket too',
      ann,
      waiting(max),
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
    ['leaves an open ticket as it is', ann, {}, 'Hello?', {}, ['commented']],
    ['leaves a claimed ticket as it is', ann, claimedBy(max), 'Hello?', {}, ['commented']],
    ['leaves a closed ticket closed', ann, closed, 'It burns again.', {}, ['commented']],
    ['by the assignee reopens nothing', max, resolvedBy(max), 'By the way…', {}, ['commented']],
    ['by the assignee wakes nothing', max, waiting(max), 'Any news?', {}, ['commented']],
  ])('%s', (_name, actor, more, body, set, actions) => {
    const change = changeOf(said(actor, 'slack', { body }), more)
    expect(change.set).toEqual(set)
    expect(change.history.map(({ action }) => action)).toEqual(actions)
    expect(shown(change)).toEqual(['discord comment 2', ...(Object.keys(set).length > 0 ? cards : [])])
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

describe('remove', () => {
  const origin = { surface: 'web', address: null, agent: null } as const

  test('leaves number and history, and none of its words', () => {
    const change = changeOf(remove({ ...by(root, 'web'), origin }), {
      ...resolvedBy(max),
      tags: ['Acme'],
      triage: { ...ticketOf().triage, reasons: ['Acme'] },
      summary: 'Fire',
      notes: 'Water',
    })
    expect(change.set).toEqual({
      deleted: true,
      status: 'closed',
      title: 'Deleted ticket',
      description: 'Deleted.',
      summary: null,
      notes: null,
      tags: [],
      triage: ticketOf().triage,
      resolution: null,
    })
    expect(told(change)).toEqual([['Root Roe', 'deleted', undefined]])
    expect(owed(change)).toEqual([...cards, 'maintenance record', 'maintenance erase'])
    expect(change.effects.find(({ deed }) => deed)?.deed).toMatchObject({
      actor: personOf(root),
      action: 'ticket-deleted',
      about: { kind: 'ticket', name: '#42' },
    })
  })

  refuses(
    (actor) => remove({ ...by(actor), origin }),
    [
      ['to its requester', ann, {}, 'forbidden', 'You may not delete this ticket.'],
      ['to who has it', max, claimedBy(max), 'forbidden', 'You may not delete this ticket.'],
      ['to a stranger', bob, {}, 'not-found', 'There is no such ticket.'],
      ['twice', root, { deleted: true }, 'not-found', 'There is no such ticket.'],
    ],
  )
})

test('every line of history says from which surface it came', () => {
  const change = changeOf(claim(by(max, 'api')), {})
  expect(change.history[0]).toMatchObject({ surface: 'api', by: personOf(max) })
})
