import { type Sentence, sentence } from '../../text/sentence.ts'
import { statusOf } from '../../tickets/card.ts'
import type { HistoryEntry } from '../../tickets/history-entry.ts'
import type { Ticket } from '../../tickets/ticket.ts'
import { nameOr, theDesk } from './names.ts'

const changes: Partial<Record<HistoryEntry['action'], Sentence>> = {
  assigned: sentence`assigned it`,
  claimed: sentence`is working on it`,
  released: sentence`returned it to the queue`,
  'set waiting': sentence`is waiting for the requester`,
  reopened: sentence`reopened it`,
  resolved: sentence`resolved it`,
  closed: sentence`closed it`,
  'unmarked duplicate': sentence`found that it is not a duplicate, and reopened it`,
}

export const changeLine = (change: HistoryEntry | undefined, ticket: Ticket): Sentence =>
  sentence`${changeWords(change, ticket)}.`

/** Who did what, without a full stop. Without a history entry, the new status. */
export function changeWords(change: HistoryEntry | undefined, ticket: Ticket): Sentence {
  const who = nameOr(change?.by, theDesk)
  if (change?.action === 'marked duplicate')
    return sentence`${who} marked it as a duplicate of ${change.note ?? ''}`
  const words = change && changes[change.action]
  if (!words) return sentence`New status: ${statusOf(ticket)}`
  const to =
    change.action === 'assigned' && ticket.assignee ? sentence` to ${ticket.assignee.name}` : sentence``
  return sentence`${who} ${words}${to}`
}
