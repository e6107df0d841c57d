import { sentence } from '../../../core/text/sentence.ts'
import type { Ticket } from '../../../core/tickets/ticket.ts'
import type { MessageContent } from './blocks.ts'
import { sentenceMessage } from './sentence.ts'

/** Says in a channel that a message was filed. Others read it, so it tells nothing more of the ticket. */
export const filedNotice = ({ number, requester }: Pick<Ticket, 'number' | 'requester'>): MessageContent =>
  sentenceMessage(
    sentence`Filed as #${number} for ${requester.name}. Answers arrive in their messages with this app.`,
  )
