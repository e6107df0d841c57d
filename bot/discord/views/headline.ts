import { MessageFlags, type RESTPatchAPIChannelMessageJSONBody } from 'discord-api-types/v10'
import { capitalised, statusOf } from '../../../core/tickets/card.ts'
import type { Ticket } from '../../../core/tickets/ticket.ts'
import { escapeLine, oneLine } from './text.ts'

/** The start of the ticket's headline, which stays the same when the title changes. */
export const headlineMark = (ticket: Pick<Ticket, 'number'>) => `**#${ticket.number}** `

/** The ticket's message in the desk's channel, from which its thread starts. Links in the title get no preview. */
export function headlineMessage(ticket: Ticket) {
  const facts = [statusOf(ticket), ticket.deleted ? null : ticket.priority && capitalised(ticket.priority)]
  const shown = facts.filter((fact) => fact !== null).map((fact) => escapeLine(fact, 150))
  return {
    content: `${headlineMark(ticket)}${escapeLine(ticket.title, 200)} · ${shown.join(' · ')}`,
    flags: MessageFlags.SuppressEmbeds,
    allowed_mentions: { parse: [] },
  } satisfies RESTPatchAPIChannelMessageJSONBody
}

/** The headline when Discord refuses the title. */
export const plainHeadline = (ticket: Ticket) =>
  headlineMessage({ ...ticket, title: 'Discord refuses to show the title' })

/** At most 100 characters. The status is left out, because Discord allows two renames in ten minutes. */
export const threadName = (ticket: Pick<Ticket, 'number' | 'title'>) =>
  oneLine(`#${ticket.number} ${ticket.title}`, 100)

/**
 * The names to try for the ticket's thread. Discord refuses names with words that a server may not use, and “#1488” is
 * one.
 */
export const threadNames = (ticket: Pick<Ticket, 'number' | 'title'>): [string, ...string[]] => [
  threadName(ticket),
  `#${ticket.number}`,
  'Ticket',
]
