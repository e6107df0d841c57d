import type { TicketEffect } from '../../outbox/entry.ts'
import type { Person } from '../../trace.ts'
import type { Act, Change } from '../change.ts'
import { isWatching } from '../permissions.ts'
import { everyChannel, everyChannelButSlack, notify, type Recipient, watchersOf } from '../recipients.ts'
import { isClaimed, maxWatchers, type Ticket } from '../ticket.ts'
import type { Comment } from './comment.ts'

/** @property staff ids of moderators and admins among those who could be told: nobody else hears of an internal note */
export type Said = Act & { comment: Comment; staff: ReadonlySet<string> }

/**
 * Who is told that something was said: who is mentioned in it, and else the requester, the assignee and the
 * watchers. Of an internal note only staff are told, and never the requester as such.
 */
export function commentRecipients(said: Said, ticket: Ticket): TicketEffect[] {
  const { comment } = said
  const isInternal = comment.visibility === 'internal'
  const concerned: (Person | null)[] = [
    isInternal ? null : ticket.requester,
    ticket.assignee,
    ...watchersOf(ticket),
  ]
  const wanted = [
    ...(comment.mentions ?? []).map((to) => ({ to, topic: 'mentioned' as const })),
    ...concerned.map((to) => ({ to, topic: 'commented' as const })),
  ].filter(({ to }) => to !== null && (!isInternal || said.staff.has(to.id)))
  return notify(
    said.actor,
    wanted.map(
      (recipient): Recipient => ({
        ...recipient,
        channels: channelsTo(recipient.to, said, ticket),
        comment: comment._id,
      }),
    ),
  )
}

/** Staff who are mentioned watch from then on, as long as there is room; what one has or filed one need not watch. */
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
 * A public comment is shown in the card's thread on Slack, which is the requester's, and a requester's words in the
 * thread on Discord, where who has claimed the ticket is pinged: they need no direct message there.
 */
function channelsTo(to: Person | null, { comment }: Said, ticket: Ticket) {
  if (comment.visibility === 'internal') return everyChannel
  if (to?.id === ticket.requester.id) return everyChannelButSlack
  const isPinged =
    comment.fromRequester &&
    comment.surface !== 'discord' &&
    isClaimed(ticket) &&
    to?.id === ticket.assignee?.id
  return isPinged ? everyChannel.filter((channel) => channel !== 'discord') : everyChannel
}
