import type { TicketEffect } from '../../outbox/entry.ts'
import type { Person } from '../../trace.ts'
import type { Act, Change } from '../change.ts'
import { isWatching } from '../permissions.ts'
import { everyChannel, everyChannelButSlack, notify, type Recipient, watchersOf } from '../recipients.ts'
import { isClaimed, maxWatchers, type Ticket } from '../ticket.ts'
import type { Comment } from './comment.ts'

/** @property staff ids of the moderators and admins among the possible recipients: only they learn of internal notes */
export type Posted = Act & { comment: Comment; staff: ReadonlySet<string> }

/**
 * Whom a comment notifies: those whom it mentions, then the requester, the assignee and the watchers. An internal note
 * notifies staff only, and never the requester as such.
 */
export function commentRecipients(posted: Posted, ticket: Ticket): TicketEffect[] {
  const { comment } = posted
  const isInternal = comment.visibility === 'internal'
  const concerned: (Person | null)[] = [
    isInternal ? null : ticket.requester,
    ticket.assignee,
    ...watchersOf(ticket),
  ]
  const wanted = [
    ...(comment.mentions ?? []).map((to) => ({ to, topic: 'mentioned' as const })),
    ...concerned.map((to) => ({ to, topic: 'commented' as const })),
  ].filter(({ to }) => to !== null && (!isInternal || posted.staff.has(to.id)))
  return notify(
    posted.actor,
    wanted.map(
      (recipient): Recipient => ({
        ...recipient,
        channels: channelsTo(recipient.to, posted, ticket),
        comment: comment._id,
      }),
    ),
  )
}

/** Staff who are mentioned watch from then on, up to the limit, unless they filed the ticket or have it. */
export function watchersWith(
  mentioned: Person[],
  staff: ReadonlySet<string>,
  ticket: Ticket,
): Pick<Change['set'], 'watchers'> {
  const fresh = mentioned.filter(
    ({ id }) =>
      staff.has(id) && !isWatching(id, ticket) && id !== ticket.requester.id && id !== ticket.assignee?.id,
  )
  const before = watchersOf(ticket)
  const watchers = [...before, ...fresh].slice(0, Math.max(maxWatchers, before.length))
  return watchers.length > before.length ? { watchers } : {}
}

/**
 * Leaves out the direct message where the person sees the comment anyway: the requester in their card's thread on
 * Slack, and whoever has claimed the ticket in its thread on Discord, which pings them for the requester's words.
 */
function channelsTo(to: Person | null, { comment }: Posted, ticket: Ticket) {
  if (comment.visibility === 'internal') return everyChannel
  if (to?.id === ticket.requester.id) return everyChannelButSlack
  const isPinged =
    comment.fromRequester &&
    comment.surface !== 'discord' &&
    isClaimed(ticket) &&
    to?.id === ticket.assignee?.id
  return isPinged ? everyChannel.filter((channel) => channel !== 'discord') : everyChannel
}
