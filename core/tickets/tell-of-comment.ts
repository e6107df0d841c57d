import type { NewOwed } from '../outbox/owed.ts'
import type { Act } from './change.ts'
import type { Comment } from './comment.ts'
import { besidesSlack, everywhere, type Telling, tellings, watchersOf } from './tellings.ts'
import { isClaimed, type Person, type Ticket } from './ticket.ts'

/** @property staff ids of moderators and admins among those who could be told: nobody else hears of an internal note */
export type Said = Act & { comment: Comment; staff: ReadonlySet<string> }

/**
 * Who is told that something was said: who is mentioned in it, and else the requester, the assignee and the
 * watchers. Of an internal note only staff are told, and never the requester as such.
 */
export function tellOfComment(said: Said, ticket: Ticket): NewOwed[] {
  const { comment } = said
  const isInternal = comment.visibility === 'internal'
  const concerned: (Person | null)[] = [
    isInternal ? null : ticket.requester,
    ticket.assignee,
    ...watchersOf(ticket),
  ]
  const wanted = [
    ...(comment.mentions ?? []).map((to) => ({ to, about: 'mentioned' as const })),
    ...concerned.map((to) => ({ to, about: 'commented' as const })),
  ].filter(({ to }) => to !== null && (!isInternal || said.staff.has(to.id)))
  return tellings(
    said.actor,
    wanted.map(
      (telling): Telling => ({ ...telling, lanes: lanesTo(telling.to, said, ticket), comment: comment._id }),
    ),
  )
}

/**
 * A public comment is shown in the card's thread on Slack, which is the requester's, and a requester's words in the
 * thread on Discord, where who has claimed the ticket is pinged: they need no direct message there.
 */
function lanesTo(to: Person | null, { comment }: Said, ticket: Ticket) {
  if (comment.visibility === 'internal') return everywhere
  if (to?.id === ticket.requester.id) return besidesSlack
  const isPinged =
    comment.fromRequester &&
    comment.surface !== 'discord' &&
    isClaimed(ticket) &&
    to?.id === ticket.assignee?.id
  return isPinged ? everywhere.filter((lane) => lane !== 'discord') : everywhere
}
