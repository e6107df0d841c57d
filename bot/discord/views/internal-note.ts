import type { Ticket } from '../../../core/tickets/ticket.ts'
import { escapeLine } from './text.ts'

/**
 * Tells the author of a message that looks like an answer that it is internal, and how to answer.
 * @param where `channel`: they replied to the ticket's headline, outside its thread
 */
export function internalNote({ requester }: Pick<Ticket, 'requester'>, where: 'thread' | 'channel'): string {
  const name = escapeLine(requester.name, 80)
  const internal = `Internal: ${name} doesn’t see this.`
  if (where === 'channel') return `${internal} To answer, use \`/reply\` in the ticket’s thread.`
  return `${internal} To send it, choose “Send to requester” under Apps in the message’s menu. Or use \`/reply\`, or reply to a message of ${name}.`
}

/** Says above the card what becomes of messages in its thread. */
export const threadRule =
  'Messages in this thread are internal. To answer the requester, reply to one of their messages, use `/reply`, or choose “Send to requester” under Apps in a message’s menu.'
