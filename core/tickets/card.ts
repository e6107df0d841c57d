import { numbered } from './change.ts'
import { watchersOf } from './recipients.ts'
import { isClaimed, type Ticket } from './ticket.ts'
import { withoutLoads } from './without-loads.ts'

/** The content of a card, the same on every surface. View builders turn it into the platform's format. */
export type Card = {
  /** e.g. "#42 Printer on fire" */
  heading: string
  /** e.g. "In progress: Max Moe" */
  status: string
  description: string
  /** in display order; unknown facts are left out */
  facts: { name: string; value: string }[]
  summary: string | null
  /** for moderators only */
  notes: string | null
  /** e.g. "Triaged by Gemini (gemini-3.5-flash-lite)." */
  triage: string
  /** for moderators only: why this person or nobody was chosen; null before assignment */
  assignment: string | null
  resolution: string | null
}

const statusWords = {
  open: 'Open',
  in_progress: 'In progress',
  waiting: 'Waiting for the requester',
  resolved: 'Resolved',
  closed: 'Closed',
} as const

export const capitalised = (word: string) => word.charAt(0).toUpperCase() + word.slice(1)

export function statusOf(
  ticket: Pick<Ticket, 'deleted' | 'duplicateOf' | 'assignee' | 'status' | 'resolution'>,
): string {
  if (ticket.deleted) return 'Deleted'
  const who = ticket.assignee?.name
  if (ticket.status === 'open') return who ? `Open, assigned to ${who}` : 'Open'
  if (isClaimed(ticket)) return `${statusWords[ticket.status]}: ${who}`
  if (ticket.duplicateOf) return `Duplicate of #${ticket.duplicateOf.number}`
  return ticket.resolution
    ? `${statusWords[ticket.status]} by ${ticket.resolution.by.name}`
    : statusWords[ticket.status]
}

export function triageLine({ triage }: Ticket): string {
  if (triage.state === 'pending') return 'Being looked at…'
  if (triage.engine === 'gemini') return `Triaged by Gemini (${triage.model}).`
  return triage.fallback ? `Triaged by the local engine: ${triage.fallback}.` : 'Triaged by the local engine.'
}

function assignmentLine(
  { assignee, assignment, status }: Ticket,
  shown = (reason: string) => reason,
): string | null {
  if (!assignment || status !== 'open') return null
  const reason = shown(assignment.reason)
  return assignee ? sentence(`${assignee.name}: ${reason}`) : `Nobody yet: ${reason} Anyone may claim it.`
}

/** The same for the requester, without how many tickets moderators have. */
export const assignmentForRequester = (ticket: Ticket) => assignmentLine(ticket, withoutLoads)

/** Adds a full stop unless there is one. */
const sentence = (text: string) => (text.endsWith('.') ? text : `${text}.`)

/** @param duplicates the tickets that are marked as duplicates of this one; not needed on the requester's card */
export function cardOf(ticket: Ticket, duplicates: Pick<Ticket, 'number'>[] = []): Card {
  const facts = [
    { name: 'Priority', value: ticket.priority && capitalised(ticket.priority) },
    { name: 'Category', value: ticket.category },
    { name: 'Urgency', value: capitalised(ticket.urgency) },
    { name: 'Skills', value: ticket.skills.join(', ') },
    { name: 'From', value: ticket.requester.name },
    { name: 'Duplicates', value: duplicates.map(numbered).join(', ') },
    {
      name: 'Watched by',
      value: watchersOf(ticket)
        .map(({ name }) => name)
        .join(', '),
    },
  ]
  return {
    heading: `#${ticket.number} ${ticket.title}`,
    status: statusOf(ticket),
    description: ticket.description,
    facts: facts.filter((fact): fact is { name: string; value: string } => Boolean(fact.value)),
    summary: ticket.summary,
    notes: ticket.notes,
    triage: triageLine(ticket),
    assignment: assignmentLine(ticket),
    resolution: ticket.resolution?.text ?? null,
  }
}
