import type { TicketEffect } from '../outbox/entry.ts'
import type { Assignment } from '../tickets/assignment.ts'
import { assignAnew, type Decide, redrawCards } from '../tickets/change.ts'
import { allChannels, notify, watchersFor } from '../tickets/recipients.ts'
import { isClaimed, isResolved, type Ticket } from '../tickets/ticket.ts'
import type { Person } from '../trace.ts'
import type { Choice } from './choose-assignee.ts'
import { type ClaimTerms, claimDeadline } from './claim-deadline.ts'
import type { Similar } from './local/similar/similar-index.ts'
import type { Proposal } from './proposal.ts'

const byDesk = { by: null, surface: 'desk' } as const

/**
 * @property similar similar tickets like it, the most similar first @property shared numbers of those that the notes name
 * @property language null: hard to tell
 */
type Triaged = {
  startedAt: Date
  now: Date
  similar?: Similar[]
  shared?: number[]
  language?: string | null
}

/** Stores the result of triage, once. Values that a person has set in the meantime stay. */
export const decideTriage =
  (proposal: Proposal, { startedAt, now, similar = [], shared = [], language = null }: Triaged): Decide =>
  (ticket) => {
    if (ticket.triage.state === 'done' || ticket.deleted) return null
    const { summary, notes, engine, model, confidence, reasons, fallback, secrets, usage } = proposal
    const { abstained, learnedPriority } = proposal
    return {
      set: {
        summary,
        notes: withSimilar(notes, shared),
        priority: ticket.priority ?? proposal.priority,
        category: ticket.category ?? proposal.category,
        skills: ticket.skills.length > 0 ? ticket.skills : proposal.skills,
        triage: {
          state: 'done',
          ...{ engine, model, confidence, reasons, fallback },
          ...(abstained ? { abstained } : {}),
          ...(learnedPriority ? { learnedPriority } : {}),
          proposed: proposedFor(ticket, proposal),
          ...(secrets.length > 0 ? { secrets } : {}),
          ...(usage ? { usage } : {}),
          ...(language ? { language } : {}),
          ...(similar.length > 0 ? { similar } : {}),
          startedAt: ticket.triage.startedAt ?? startedAt,
          at: now,
        },
      },
      history: [{ ...byDesk, action: 'triaged', note: triageNote(ticket, proposal) }],
      effects: [...redrawCards, ...assignAnew],
    }
  }

/** Names only numbers, since who reads the notes may not see those tickets any more. */
const withSimilar = (notes: string, shared: number[]) =>
  shared.length === 0
    ? notes
    : `${notes}\n- Look at similar tickets: ${shared.map((number) => `#${number}`).join(', ')}.`

/** The values that nobody had set before. */
const proposedFor = (ticket: Ticket, { priority, category, skills }: Proposal) => ({
  ...(ticket.priority ? {} : { priority }),
  ...(ticket.category ? {} : { category }),
  ...(ticket.skills.length > 0 ? {} : { skills }),
})

/** The history note, with the values that apply, including those set by a person. */
function triageNote(ticket: Ticket, proposal: Proposal) {
  const learned = proposal.model ? `, model ${proposal.model}` : ''
  const engine = proposal.engine === 'gemini' ? 'Gemini' : `the local engine${learned}`
  const what = `${ticket.priority ?? proposal.priority} · ${ticket.category ?? proposal.category}`
  return `${what}, by ${engine}${proposal.fallback ? ` (${proposal.fallback})` : ''}`
}

/**
 * @property admins ids of whom to notify @property claim null: there is no deadline to claim
 * @property lapsed who had it and did not claim it in time
 * @property isTogether the assignee hears of it together with others that they get at the same time
 */
export type Terms = {
  admins: string[]
  claim?: ClaimTerms | null
  lapsed?: Person[]
  isTogether?: boolean
}

/** Whether the ticket can be assigned. Choosing somebody for any other ticket would only add to their load. */
export const needsAssignee = (ticket: Ticket) =>
  !ticket.assignee && !isClaimed(ticket) && !isResolved(ticket) && !ticket.deleted

/**
 * Assigns the chosen person, or leaves the ticket open and notifies the admins. A ticket that somebody already has
 * stays theirs.
 */
export const decideAssignment =
  (choice: Choice, terms: Terms, now: Date): Decide =>
  (ticket) => {
    if (!needsAssignee(ticket)) return null
    const assignment = assignmentOf(choice, ticket, terms, now)
    if (!choice.assignee)
      return {
        set: { assignment },
        history: [{ ...byDesk, action: 'left open', note: choice.reason }],
        effects: [...redrawCards, ...notifyLeftOpen(terms)],
      }
    return {
      set: { assignee: choice.assignee, assignment },
      history: [{ ...byDesk, action: 'assigned', note: `to ${choice.assignee.name}: ${choice.reason}` }],
      effects: [
        ...redrawCards,
        ...notify(null, [
          { to: choice.assignee, topic: 'assigned', isTogether: terms.isTogether },
          ...watchersFor(ticket, 'status-changed'),
        ]),
      ],
    }
  }

export const notifyLeftOpen = ({ admins }: Terms): TicketEffect[] =>
  admins.flatMap((to) => allChannels.map((queue) => ({ queue, kind: 'notify', to, topic: 'left-open' })))

export function assignmentOf(
  { assignee, reason, candidates, ruledOut = [] }: Choice,
  { priority }: Pick<Ticket, 'priority'>,
  { claim = null, lapsed = [] }: Terms,
  at: Date,
): Assignment {
  return {
    by: 'triage',
    ...{ reason, candidates, at },
    ...(ruledOut.length > 0 ? { ruledOut } : {}),
    ...(assignee ? claimDeadline(claim, priority) : { leftOpenAt: at }),
    ...(lapsed.length > 0 ? { lapsed } : {}),
  }
}
