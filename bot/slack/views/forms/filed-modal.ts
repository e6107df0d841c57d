import type { KnownBlock, ModalView } from '@slack/types'
import { refusedFiles } from '../../../../core/attachments/refused-files.ts'
import { sentence } from '../../../../core/text/sentence.ts'
import type { ListedTicket } from '../../../../core/tickets/lists/list-page.ts'
import { lookAlikesQuestion } from '../../../../core/tickets/look-alikes-words.ts'
import type { Ticket } from '../../../../core/tickets/ticket.ts'
import { sameValue } from '../../same-value.ts'
import { mrkdwnSection } from '../blocks.ts'
import { boldText, plainText, richText } from '../sentence.ts'
import { ticketLine } from '../ticket-rows.ts'

export const sameAction = 'ticket_same'

/** @property lookAlikes other open tickets of the same person that may be about the same */
export type Filed = { ticket: Pick<Ticket, '_id' | 'number' | 'files'>; lookAlikes: ListedTicket[] }

/** Replaces the form once the ticket is stored. The card follows as soon as Slack accepts it. */
export const filedModal = ({ ticket, lookAlikes }: Filed): ModalView => ({
  type: 'modal',
  title: { type: 'plain_text', text: 'Ticket filed' },
  close: { type: 'plain_text', text: 'Close' },
  blocks: [
    mrkdwnSection(
      `:white_check_mark: Filed as *#${ticket.number}*. You’ll find it in your messages with this app. Answers arrive there, and you can reply in its thread.`,
    ),
    ...notArrived(ticket),
    ...offered(ticket, lookAlikes),
  ],
})

function notArrived({ files }: Filed['ticket']): KnownBlock[] {
  const refused = refusedFiles(files)
  return refused ? [richText([refused])] : []
}

/** Whoever has filed the same before can continue there. */
function offered(ticket: Filed['ticket'], lookAlikes: ListedTicket[]): KnownBlock[] {
  if (lookAlikes.length === 0) return []
  return [
    boldText(lookAlikesQuestion(ticket, lookAlikes.length)),
    ...lookAlikes.map((other) => ({
      ...ticketLine(other),
      accessory: {
        type: 'button' as const,
        action_id: sameAction,
        text: plainText(sentence`This is the same`, 75),
        value: sameValue(ticket, other),
      },
    })),
  ]
}
