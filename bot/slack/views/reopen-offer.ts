import { sentence } from '../../../core/text/sentence.ts'
import type { Ticket } from '../../../core/tickets/ticket.ts'
import { buttons, type MessageContent } from './blocks.ts'
import { plainText, sentenceMessage } from './sentence.ts'

/** The action id of the button that reopens the ticket. */
export const reopenAction = 'ticket_reopen'

/** Asks whether a reply meant more than a thank you. */
export function reopenOffer({ _id, number }: Pick<Ticket, '_id' | 'number'>): MessageContent {
  const { text, blocks } = sentenceMessage(
    sentence`Your reply was added, and #${number} stays resolved. Not solved? Reopen it.`,
  )
  const reopen = {
    type: 'button' as const,
    action_id: reopenAction,
    text: plainText(sentence`Reopen`, 75),
    value: _id,
  }
  return { text, blocks: [...blocks, buttons(reopen)] }
}
