import { MessageFlags, type RESTPatchAPIChannelMessageJSONBody } from 'discord-api-types/v10'
import { capitalised, statusOf } from '../../../core/tickets/card.ts'
import type { Ticket } from '../../../core/tickets/ticket.ts'
import { oneLine, quoted } from './text.ts'

/** How every headline of this ticket begins, whatever becomes of its title. */
export const headlineMark = (ticket: Pick<Ticket, 'number'>) => `**#${ticket.number}** `

/** The ticket's line in the desk's channel, from which its thread hangs. Links in a title get no preview. */
export function headlineMessage(ticket: Ticket) {
  const facts = [statusOf(ticket), ticket.deleted ? null : ticket.priority && capitalised(ticket.priority)]
  const said = facts.filter((fact) => fact !== null).map((fact) => quoted(fact, 150))
  return {
    content: `${headlineMark(ticket)}${quoted(ticket.title, 200)} · ${said.join(' · ')}`,
    flags: MessageFlags.SuppressEmbeds,
    allowed_mentions: { parse: [] },
  } satisfies RESTPatchAPIChannelMessageJSONBody
}

/** A thread's name has at most 100 characters, and changes at most twice in ten minutes: so no status in it. */
export const threadName = (ticket: Pick<Ticket, 'number' | 'title'>) =>
  oneLine(`#${ticket.number} ${ticket.title}`, 100)
