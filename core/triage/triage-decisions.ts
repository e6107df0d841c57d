import type { TicketEffect } from '../outbox/entry.ts'
import { type Decide, redrawCards } from '../tickets/change.ts'
import { everyChannel, notify, watchersFor } from '../tickets/recipients.ts'
import { type Assignment, isClaimed, isResolved, type Ticket } from '../tickets/ticket.ts'
import type { Choice } from './choose-assignee.ts'
import type { Proposal } from './proposal.ts'

const byDesk = { by: null, surface: 'desk' } as const

/** Stores the result of triage, once. Values that a person has set in the meantime stay. */
export const triaged =
  (proposal: Proposal, { startedAt, now }: { startedAt: Date; now: Date }): Decide =>
  (ticket) => {
    if (ticket.triage.state === 'done' || ticket.deleted) return null
    const { summary, notes, engine, model, confidence, reasons, fallback, secrets, usage, abstained } =
      proposal
    return {
      set: {
        summary,
        notes,
        priority: ticket.priority ?? proposal.priority,
        category: ticket.category ?? proposal.category,
        skills: ticket.skills.length > 0 ? ticket.skills : proposal.skills,
        triage: {
          state: 'done',
          ...{ engine, model, confidence, reasons, fallback },
          ...(abstained ? { abstained } : {}),
          proposed: proposedFor(ticket, proposal),
          ...(secrets.length > 0 ? { secrets } : {}),
          ...(usage ? { usage } : {}),
          startedAt: ticket.triage.startedAt ?? startedAt,
          at: now,
        },
      },
      history: [{ ...byDesk, action: 'triaged', note: triageNote(ticket, proposal) }],
      effects: [...redrawCards, { queue: 'assign', kind: 'assign' }],
    }
  }

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
 * Assigns the chosen person, or leaves the ticket open and notifies the admins. A ticket that somebody already has
 * stays theirs.
 */
export const assigned =
  (choice: Choice, people: { admins: string[] }, now: Date): Decide =>
  (ticket) => {
    if (isClaimed(ticket) || isResolved(ticket) || ticket.assignee || ticket.deleted) return null
    const assignment = assignmentOf(choice, now)
    if (!choice.assignee)
      return {
        set: { assignment },
        history: [{ ...byDesk, action: 'left open', note: choice.reason }],
        effects: [
          ...redrawCards,
          ...people.admins.flatMap((to) =>
            everyChannel.map((queue): TicketEffect => ({ queue, kind: 'notify', to, topic: 'left-open' })),
          ),
        ],
      }
    return {
      set: { assignee: choice.assignee, assignment },
      history: [{ ...byDesk, action: 'assigned', note: `to ${choice.assignee.name}: ${choice.reason}` }],
      effects: [
        ...redrawCards,
        ...notify(null, [
          { to: choice.assignee, topic: 'assigned' },
          ...watchersFor(ticket, 'status-changed'),
        ]),
      ],
    }
  }

const assignmentOf = ({ reason, candidates, ruledOut = [] }: Choice, at: Date): Assignment => ({
  by: 'triage',
  ...{ reason, candidates, at },
  ...(ruledOut.length > 0 ? { ruledOut } : {}),
})
