import type { TicketEffect } from '../../outbox/entry.ts'
import type { Person } from '../../trace.ts'
import type { Act, Change } from '../change.ts'
import { isWatching } from '../permissions.ts'
import { allChannels, channelsToRequester, notify, type Recipient, watchersOf } from '../recipients.ts'
import { isClaimed, maxWatchers, type Ticket } from '../ticket.ts'
import type { Comment } from './comment.ts'

/** @property staff ids of the staff among the possible recipients: only they are notified of internal notes */
export type Posted = Act & { comment: Comment; staff: ReadonlySet<string> }

/**
 * Whom a comment notifies: first the people it mentions, then requester, assignee and watchers. An internal note
 * notifies staff only, and never a requester for being the requester.
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

/** Makes mentioned staff watch the ticket, up to the limit. The requester and the assignee need not watch. */
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
 * Skips the direct message when the person sees the comment in chat anyway. The requester sees it in the Slack thread
 * of their card, or in their thread on Discord. The person who claimed the ticket is pinged in its Discord thread when the requester writes.
 */
function channelsTo(to: Person | null, { comment }: Posted, ticket: Ticket) {
  if (comment.visibility === 'internal') return allChannels
  if (to?.id === ticket.requester.id) return channelsToRequester(ticket)
  const isPinged =
    comment.fromRequester &&
    comment.surface !== 'discord' &&
    isClaimed(ticket) &&
    to?.id === ticket.assignee?.id
  return isPinged ? allChannels.filter((channel) => channel !== 'discord') : allChannels
}
