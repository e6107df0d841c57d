import { usualAnswerWords } from '../../../../../core/tickets/usual-answer.ts'
import type { TicketView } from '../../../shared/http/answers.ts'

type Told = Pick<TicketView, 'status' | 'assignee' | 'requester' | 'source' | 'usualAnswerMinutes'>

/** What a ticket's requester wants to know: who has it, what comes next, and where the answer will be. */
export function progressWords({ status, assignee, source, usualAnswerMinutes }: Told): string[] {
  const who = assignee?.name ?? 'Somebody'
  const where =
    source === 'slack'
      ? 'You get every answer in Slack, and here.'
      : 'You get every answer by e-mail, and here.'
  const when = [usualAnswerWords(usualAnswerMinutes) ?? []].flat()
  switch (status) {
    case 'open':
      return [
        assignee ? `${assignee.name} is going to look at it.` : 'We’re finding the right person for it.',
        ...when,
        where,
      ]
    case 'in_progress':
      return [`${who} is working on it.`, ...when, where]
    case 'waiting':
      return [`${who} needs an answer from you to go on. Write it below.`]
    case 'resolved':
      return [`${who} has resolved it.`, 'Still not working? Write below, and it opens again.']
    case 'closed':
      return ['It is closed. If you need more help, file a new ticket.']
  }
}
