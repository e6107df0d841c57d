import { describe, expect, test } from 'vitest'
import type { TicketAction } from '../../../core/tickets/actions/action.ts'
import { assign } from '../../../core/tickets/actions/assign.ts'
import { claim } from '../../../core/tickets/actions/claim.ts'
import { close } from '../../../core/tickets/actions/close.ts'
import { comment } from '../../../core/tickets/actions/comment.ts'
import { release } from '../../../core/tickets/actions/release.ts'
import { reopen } from '../../../core/tickets/actions/reopen.ts'
import { resolve } from '../../../core/tickets/actions/resolve.ts'
import { wait } from '../../../core/tickets/actions/wait.ts'
import type { Decide } from '../../../core/tickets/change.ts'
import type { Comment } from '../../../core/tickets/comments/comment.ts'
import type { Ticket } from '../../../core/tickets/ticket.ts'
import { decideAssignment } from '../../../core/triage/triage-decisions.ts'
import { type Actor, personOf } from '../../../core/users/user.ts'
import { by, decisionOf, isNotify } from '../../support/decisions.ts'
import {
  ann,
  assignedTo,
  bob,
  claimedBy,
  commentOf,
  later,
  max,
  mia,
  resolvedBy,
  root,
  setWaitingBy,
  ticketOf,
} from '../../support/ticket-fixture.ts'

const names = new Map([ann, bob, max, mia, root].map(({ _id, name }) => [_id, name.split(' ')[0]]))
const staff = new Set([max, mia, root].map(({ _id }) => _id))
const resolution = 'Put it out.'
const watched = { watchers: [bob, mia].map(personOf) }

/** E.g. `Ann commented discord mail`, in the order in which they are told. */
function told(decide: Decide, more: Partial<Ticket>) {
  const queues = new Map<string, string[]>()
  for (const { queue, to, topic } of (decide(ticketOf(more))?.effects ?? []).filter(isNotify))
    queues.set(`${names.get(to)} ${topic}`, [...(queues.get(`${names.get(to)} ${topic}`) ?? []), queue])
  return [...queues].map(([who, where]) => (where.length === 3 ? who : `${who} ${where.join(' ')}`))
}

/** An action that needs no input. */
const without = (action: TicketAction<Record<string, never>>, actor: Actor) =>
  decisionOf(action, { ...by(actor), input: {} })

const said = (actor: Actor, more: Partial<Comment> = {}) => {
  const posted = commentOf({
    author: personOf(actor),
    fromRequester: actor === ann,
    surface: 'web',
    ...more,
  })
  const input = { body: posted.body, visibility: posted.visibility, key: 'any' }
  return decisionOf(comment, { ...by(actor), input }, { comment: posted, staff })
}
const internal = { visibility: 'internal' } as const

describe('who is told what', () => {
  test.each<[string, Decide, Partial<Ticket>, string[]]>([
    [
      'claimed',
      without(claim, max),
      watched,
      ['Ann status-changed discord mail', 'Bob status-changed', 'Mia status-changed'],
    ],
    [
      'claimed from another, who watches too',
      without(claim, max),
      { ...assignedTo(mia), ...watched },
      ['Mia taken-over', 'Ann status-changed discord mail', 'Bob status-changed'],
    ],
    [
      'claimed by a watcher',
      without(claim, mia),
      watched,
      ['Ann status-changed discord mail', 'Bob status-changed'],
    ],
    ['claimed by its requester', without(claim, max), { requester: personOf(max) }, []],
    ['released', without(release, max), { ...claimedBy(max), ...watched }, ['Bob released', 'Mia released']],
    [
      'released by an admin',
      without(release, root),
      { ...claimedBy(max), ...watched },
      ['Max released', 'Bob released', 'Mia released'],
    ],
    [
      'set waiting',
      without(wait, max),
      { ...claimedBy(max), ...watched },
      ['Ann waiting', 'Bob status-changed', 'Mia status-changed'],
    ],
    [
      'resolved',
      decisionOf(resolve, { ...by(max), input: { resolution } }),
      { ...claimedBy(max), ...watched },
      ['Ann resolved', 'Bob resolved', 'Mia resolved'],
    ],
    [
      'resolved by its requester',
      decisionOf(resolve, { ...by(ann), input: { resolution } }),
      claimedBy(max),
      ['Max resolved'],
    ],
    [
      'resolved by who it was not assigned to',
      decisionOf(resolve, { ...by(max), input: { resolution } }),
      assignedTo(mia),
      ['Ann resolved', 'Mia taken-over'],
    ],
    [
      'reopened by its requester',
      without(reopen, ann),
      { ...resolvedBy(max), ...watched },
      ['Max status-changed', 'Bob status-changed', 'Mia status-changed'],
    ],
    ['reopened by who has it', without(reopen, max), resolvedBy(max), ['Ann status-changed discord mail']],
    [
      'closed',
      without(close, max),
      { ...resolvedBy(max), ...watched },
      ['Ann status-changed discord mail', 'Bob status-changed', 'Mia status-changed'],
    ],
    [
      'assigned by an admin',
      decisionOf(assign, { ...by(root), input: { assignee: max._id } }, personOf(max)),
      { ...claimedBy(mia), watchers: [personOf(bob)] },
      ['Max assigned', 'Mia taken-over', 'Bob status-changed'],
    ],
    [
      'assigned by triage',
      decideAssignment({ assignee: personOf(max), reason: 'x', candidates: [] }, { admins: [] }, later(1)),
      watched,
      ['Max assigned', 'Bob status-changed', 'Mia status-changed'],
    ],
  ])('%s', (_name, decide, more, expected) => {
    expect(told(decide, more)).toEqual(expected)
  })

  test.each<[string, Decide, Partial<Ticket>, string[]]>([
    [
      'the assignee’s answer',
      said(max),
      { ...claimedBy(max), ...watched },
      ['Ann commented discord mail', 'Bob commented', 'Mia commented'],
    ],
    [
      'the requester’s word pings the claimer in the thread',
      said(ann),
      claimedBy(max),
      ['Max commented slack mail'],
    ],
    ['the requester’s word on what waits', said(ann), setWaitingBy(max), ['Max commented slack mail']],
    ['the requester’s word that reopens', said(ann), resolvedBy(max), ['Max commented slack mail']],
    ['the requester’s word, only assigned: no ping', said(ann), assignedTo(max), ['Max commented']],
    [
      'the requester’s word from Discord is not relayed there',
      said(ann, { surface: 'discord' }),
      claimedBy(max),
      ['Max commented'],
    ],
    [
      'a watcher’s word',
      said(bob),
      { ...claimedBy(max), ...watched },
      ['Ann commented discord mail', 'Max commented', 'Mia commented'],
    ],
    [
      'a mention instead of the rest',
      said(max, { mentions: [mia, ann].map(personOf) }),
      { ...claimedBy(max), ...watched },
      ['Mia mentioned', 'Ann mentioned discord mail', 'Bob commented'],
    ],
    [
      'a mention of oneself',
      said(max, { mentions: [personOf(max)] }),
      claimedBy(max),
      ['Ann commented discord mail'],
    ],
    [
      'a note: staff only',
      said(root, internal),
      { ...claimedBy(max), ...watched },
      ['Max commented', 'Mia commented'],
    ],
    [
      'a note that mentions',
      said(max, { ...internal, mentions: [personOf(mia)] }),
      claimedBy(max),
      ['Mia mentioned'],
    ],
    [
      'a note that mentions who is no longer staff',
      said(max, { ...internal, mentions: [personOf(bob)] }),
      claimedBy(max),
      [],
    ],
    [
      'a note on a moderator’s own ticket',
      said(root, internal),
      { ...claimedBy(max), requester: personOf(mia) },
      ['Max commented'],
    ],
  ])('said: %s', (_name, decide, more, expected) => {
    expect(told(decide, { ...more, audience: ticketOf(more).audience.concat(bob._id) })).toEqual(expected)
  })
})

test('who is told of a comment is told which', () => {
  const change = said(max)(ticketOf(claimedBy(max)))
  expect(change?.effects.filter(({ kind }) => kind === 'notify')).toEqual(
    ['discord', 'mail'].map((queue) => ({
      queue,
      kind: 'notify',
      to: ann._id,
      topic: 'commented',
      comment: commentOf()._id,
    })),
  )
})
