import type { TicketAnswer } from '../../../shared/http/answers.ts'
import type { TicketAction } from '../../../shared/tickets/use-ticket-action.ts'

const whileStatus: Record<TicketAction, TicketAnswer['ticket']['status'][]> = {
  claim: ['open'],
  release: ['open', 'in_progress', 'waiting'],
  wait: ['in_progress'],
  reopen: ['waiting', 'resolved'],
  close: ['resolved'],
}

/** The steps that this person may take with the ticket as it is now, in the order of their buttons. */
export function possibleSteps({ ticket, may }: TicketAnswer): TicketAction[] {
  const steps = (Object.keys(whileStatus) as TicketAction[]).filter(
    (step) => may[step] && whileStatus[step].includes(ticket.status),
  )
  return ticket.assignee ? steps : steps.filter((step) => step !== 'release')
}
