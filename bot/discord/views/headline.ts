import { MessageFlags, type RESTPatchAPIChannelMessageJSONBody } from 'discord-api-types/v10'
import { capitalised, statusOf } from '../../../core/tickets/card.ts'
import type { Ticket } from '../../../core/tickets/ticket.ts'
import { escapeLine, oneLine } from './text.ts'

/** How every headline of this ticket begins, also after its title changed. */
export const headlineMark = (ticket: Pick<Ticket, 'number'>) => `**#${ticket.number}** `

/** The ticket's message in the desk's channel, which its thread is attached to. Links in a title get no preview. */
export function headlineMessage(ticket: Ticket) {
  const facts = [statusOf(ticket), ticket.deleted ? null : ticket.priority && capitalised(ticket.priority)]
  const shown = facts.filter((fact) => fact !== null).map((fact) => escapeLine(fact, 150))
  return {
    content: `${headlineMark(ticket)}${escapeLine(ticket.title, 200)} · ${shown.join(' · ')}`,
    flags: MessageFlags.SuppressEmbeds,
    allowed_mentions: { parse: [] },
  } satisfies RESTPatchAPIChannelMessageJSONBody
}

/** At most 100 characters. It leaves out the status, since Discord allows two new names in ten minutes. */
export const threadName = (ticket: Pick<Ticket, 'number' | 'title'>) =>
  oneLine(`#${ticket.number} ${ticket.title}`, 100)
