import type { Origin } from '../audit/audit-entry.ts'
import { conflict } from '../errors.ts'
import { auditEffect } from '../outbox/audit.ts'
import type { TicketEffect } from '../outbox/entry.ts'
import { personOf } from '../users/user.ts'
import { type Act, type Change, type Decide, entry, numbered, redrawCards } from './change.ts'
import { commentRecipients, type Said, watchersWith } from './comments/comment-recipients.ts'
import { isThanks } from './comments/thanks.ts'
import { leaveDuplicates, leaveOriginal } from './duplicates.ts'
import { assertTakesMore } from './history-limits.ts'
import { assertMay } from './permissions.ts'
import { followersOf, notify, watchersFor } from './recipients.ts'
import { isClaimed, isResolved, type Ticket } from './ticket.ts'

/** Claim: exactly one wins. A claim by another takes a mere assignment over, and the assigned person is told. */
export const claim =
  (act: Act): Decide =>
  (ticket) => {
    assertClaimable(act, ticket)
    if (isResolved(ticket)) throw conflict(`${numbered(ticket)} is already ${ticket.status}.`)
    if (isClaimed(ticket)) throw alreadyClaimed(act, ticket)
    const takenFrom = assignedToAnother(act, ticket)
    return {
      set: { status: 'in_progress', assignee: personOf(act.actor), assignment: claimed(act, ticket) },
      history: [entry(act, 'claimed', takenFrom ? { note: `was assigned to ${takenFrom.name}` } : {})],
      effects: [
        ...redrawCards,
        ...notify(act.actor, [{ to: takenFrom, topic: 'taken-over' }, ...followersOf(ticket)]),
      ],
    }
  }

/** Who lost a race can't see the ticket any more, but is told who has it. That much is every moderator's to know. */
function assertClaimable({ actor }: Act, ticket: Ticket) {
  const lostRace = actor.role !== 'user' && isClaimed(ticket) && !ticket.deleted
  if (!lostRace) assertMay(actor, 'claim', ticket)
}

const assignedToAnother = ({ actor }: Act, { assignee }: Ticket) =>
  assignee && assignee.id !== actor._id ? assignee : null

function alreadyClaimed(act: Act, ticket: Ticket) {
  const who =
    ticket.assignee?.id === act.actor._id ? 'You have' : `${ticket.assignee?.name ?? 'Somebody'} has`
  return conflict(`${who} already claimed ${numbered(ticket)}.`)
}

const claimed = (act: Act, ticket: Ticket) => ({
  by: 'claim' as const,
  reason: `Claimed by ${act.actor.name}.`,
  candidates: ticket.assignment?.candidates ?? [],
  at: act.now,
})

/** Release: the ticket is anyone's again. Whose hands it was taken out of is told; the requester need not know. */
export const release =
  (act: Act): Decide =>
  (ticket) => {
    assertMay(act.actor, 'release', ticket)
    if (!isClaimed(ticket) && !ticket.assignee) throw conflict(`Nobody has ${numbered(ticket)}.`)
    if (isResolved(ticket)) throw conflict(`${numbered(ticket)} is already ${ticket.status}.`)
    return {
      set: { status: 'open', assignee: null, assignment: null },
      history: [entry(act, 'released')],
      effects: [
        ...redrawCards,
        ...notify(act.actor, [
          { to: ticket.assignee, topic: 'released' },
          ...watchersFor(ticket, 'released'),
        ]),
      ],
    }
  }

/** Resolve: whoever resolves an unclaimed ticket has done it, so it becomes theirs. Who cares for it is told. */
export const resolve =
  (act: Act & { resolution: string }): Decide =>
  (ticket) => {
    assertMay(act.actor, 'resolve', ticket)
    if (isResolved(ticket)) throw conflict(`${numbered(ticket)} is already ${ticket.status}.`)
    const person = personOf(act.actor)
    const byRequester = act.actor._id === ticket.requester.id
    const takesOver = isClaimed(ticket) || byRequester ? null : assignedToAnother(act, ticket)
    return {
      set: {
        status: 'resolved',
        resolution: { text: act.resolution, by: person, at: act.now },
        ...(isClaimed(ticket) || byRequester ? {} : { assignee: person, assignment: claimed(act, ticket) }),
      },
      history: [entry(act, 'resolved', { note: act.resolution })],
      effects: [
        ...redrawCards,
        ...notify(act.actor, [
          { to: ticket.requester, topic: 'resolved' },
          { to: takesOver, topic: 'taken-over' },
          { to: ticket.assignee, topic: 'resolved' },
          ...watchersFor(ticket, 'resolved'),
        ]),
      ],
    }
  }

/**
 * A comment's trace on its ticket. Public ones go to every surface but the one they came from; internal notes go
 * to none. The requester's reply wakes a waiting ticket and reopens a resolved one, unless it only says thanks.
 */
export const comment =
  (act: Said): Decide =>
  (ticket) => {
    assertMay(act.actor, act.comment.visibility === 'internal' ? 'note' : 'comment', ticket)
    if (ticket.history.some((line) => line.comment === act.comment._id)) return null
    assertTakesMore(ticket)
    const noted = entry(act, act.comment.visibility === 'internal' ? 'noted' : 'commented', {
      comment: act.comment._id,
    })
    const watching = watchersWith(act.comment.mentions ?? [], act.staff, ticket)
    if (act.comment.visibility === 'internal')
      return {
        set: watching,
        history: [noted],
        effects: [...cardOf(watching), ...commentRecipients(act, ticket)],
      }
    const relays = (['slack', 'discord'] as const)
      .filter((surface) => surface !== act.surface)
      .map((queue): TicketEffect => ({ queue, kind: 'comment', comment: act.comment._id }))
    const woken = wokenBy(act, ticket)
    return {
      set: { ...woken?.set, ...watching },
      history: [noted, ...(woken?.history ?? [])],
      effects: [
        ...relays,
        ...(woken?.effects ?? cardOf(watching)),
        ...commentRecipients(act, { ...ticket, ...woken?.set }),
      ],
    }
  }

/** Discord's card says who watches. */
const cardOf = (watching: object): TicketEffect[] =>
  'watchers' in watching ? [{ queue: 'discord', kind: 'card' }] : []

function wokenBy(act: Said, ticket: Ticket): Change | null {
  if (act.actor._id !== ticket.requester.id) return null
  const reopens = ticket.status === 'resolved' && !isThanks(act.comment.body)
  if (ticket.status !== 'waiting' && !reopens) return null
  const status = ticket.assignee ? 'in_progress' : 'open'
  const left = leaveOriginal(ticket)
  return {
    set: { status, resolution: null, ...left.set },
    history: reopens ? [entry(act, 'reopened')] : [],
    effects: [...redrawCards, ...left.effects],
  }
}

/** By its number, not by its words. */
const aboutTicket = (ticket: Ticket) => ({ kind: 'ticket' as const, id: ticket._id, name: numbered(ticket) })

/** Delete: nobody sees it any more, its words are gone, and the cards say so. The number is never used again. */
export const remove =
  (act: Act & { origin: Origin }): Decide =>
  (ticket) => {
    const { actor, origin } = act
    assertMay(actor, 'delete', ticket)
    const left = leaveOriginal(ticket)
    return {
      set: {
        ...left.set,
        ...(ticket.watchers ? { watchers: [] } : {}),
        ...(ticket.duplicates ? { duplicates: [] } : {}),
        deleted: true,
        title: 'Deleted ticket',
        description: 'Deleted.',
        summary: null,
        notes: null,
        tags: [],
        triage: { ...ticket.triage, reasons: [] },
        resolution: null,
        status: 'closed',
      },
      history: [entry(act, 'deleted')],
      effects: [
        ...redrawCards,
        auditEffect({ actor, action: 'ticket-deleted', about: aboutTicket(ticket), origin }),
        ...left.effects,
        ...leaveDuplicates(ticket),
        // last: what it waits for need not keep the others waiting
        { queue: 'maintenance', kind: 'erase' },
      ],
    }
  }
