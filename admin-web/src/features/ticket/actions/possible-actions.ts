import type { TicketAnswer } from '../../../shared/http/answers.ts'
import type { TicketAction } from '../../../shared/tickets/use-ticket-action.ts'

const statusesFor: Record<TicketAction, TicketAnswer['ticket']['status'][]> = {
  claim: ['open'],
  release: ['open', 'in_progress', 'waiting'],
  wait: ['in_progress'],
  reopen: ['waiting', 'resolved'],
  close: ['resolved'],
  redact: ['open', 'in_progress', 'waiting', 'resolved', 'closed'],
}

/** The actions that this person may take and that fit the ticket's status, in the order of their buttons. */
export const possibleActions = ({ ticket, may }: TicketAnswer): TicketAction[] =>
  (Object.keys(statusesFor) as TicketAction[])
    .filter((action) => may[action] && statusesFor[action].includes(ticket.status))
    .filter((action) => action !== 'release' || ticket.assignee)
    .filter((action) => action !== 'redact' || (ticket.triage.secrets ?? []).length > 0)
