import { code, type Sentence, sentence } from '../../../core/text/sentence.ts'
import type { Ticket } from '../../../core/tickets/ticket.ts'

/**
 * Tells the author of a message that looks like an answer that it is internal, and how to answer.
 * @param where `channel`: they replied to the ticket's headline, outside its thread
 */
export function internalNote(
  { requester }: Pick<Ticket, 'requester'>,
  where: 'thread' | 'channel',
): Sentence {
  const internal = sentence`Internal: ${requester.name} doesn’t see this.`
  const reply = code('/reply')
  if (where === 'channel') return sentence`${internal} To answer, use ${reply} in the ticket’s thread.`
  return sentence`${internal} To send it, choose “Send to requester” under Apps in the message’s menu. Or use ${reply}, or reply to a message of ${requester.name}.`
}

/** Says above the card what becomes of messages in its thread. */
export const threadRule =
  'Messages in this thread are internal. To answer the requester, reply to one of their messages, use `/reply`, or choose “Send to requester” under Apps in a message’s menu.'
