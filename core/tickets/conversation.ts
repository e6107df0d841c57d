import type { Person } from '../trace.ts'
import type { Comment } from './comments/comment.ts'
import type { HistoryEntry } from './history-entry.ts'
import type { Conversation, Ticket } from './ticket.ts'

type Talked = Pick<Ticket, 'requester' | 'createdAt'> & Partial<Pick<Ticket, 'conversation'>>

/** Whoever files a ticket waits from then on. */
export const conversationOf = ({ conversation, createdAt }: Talked): Conversation =>
  conversation ?? { last: null, waitingSince: createdAt }

export function afterComment(ticket: Talked, comment: Comment): Conversation {
  const { author: by, fromRequester, fromStaff = !fromRequester, createdAt: at } = comment
  return afterWords(ticket, { at, by, side: fromRequester ? 'requester' : fromStaff ? 'staff' : 'other' })
}

/** A requester who writes again without an answer has waited since the first time. */
function afterWords(ticket: Talked, last: NonNullable<Conversation['last']>): Conversation {
  const { waitingSince } = conversationOf(ticket)
  const waits = { requester: waitingSince ?? last.at, staff: null, other: waitingSince }
  return { last, waitingSince: waits[last.side] }
}

const endsWaiting = new Set<HistoryEntry['action']>(['set waiting', 'closed', 'marked duplicate'])

type Line = Pick<HistoryEntry, 'action' | 'by'>

/** What else a change makes of it: a resolution is an answer, and whoever has a ticket reopened waits again. */
export function afterLine(ticket: Talked, { action, by }: Line, now: Date): Conversation | undefined {
  const before = ticket.conversation
  if (action === 'resolved') return { last: resolvedBy(ticket, by, now), waitingSince: null }
  if (action === 'reopened') return { ...conversationOf(ticket), waitingSince: now }
  return endsWaiting.has(action) ? { ...conversationOf(ticket), waitingSince: null } : before
}

function resolvedBy(ticket: Talked, by: Person | null, at: Date): Conversation['last'] {
  const { last } = conversationOf(ticket)
  return !by || by.id === ticket.requester.id ? last : { at, by, side: 'staff' }
}

/** The state after a change. @param change.conversation what a comment makes of it */
export const conversationAfter = (
  ticket: Talked,
  change: { conversation?: Conversation | undefined; history: Line[] },
  now: Date,
): Conversation | undefined =>
  change.history.reduce<Conversation | undefined>(
    (conversation, line) => afterLine({ ...ticket, conversation }, line, now),
    change.conversation ?? ticket.conversation,
  )

/** The state as the history has it, for tickets from before it was stored. */
export const conversationFrom = ({
  history,
  ...ticket
}: Omit<Talked, 'conversation'> & Pick<Ticket, 'history'>) =>
  history.reduce<Conversation>((conversation, { action, by, at }) => {
    const now = { ...ticket, conversation }
    if (action === 'commented' && by) return afterWords(now, { at, by, side: sideOf(by, ticket) })
    return afterLine(now, { action, by }, at) ?? conversation
  }, conversationOf(ticket))

const sideOf = (by: Person, { requester }: Pick<Ticket, 'requester'>) =>
  by.id === requester.id ? ('requester' as const) : ('staff' as const)
