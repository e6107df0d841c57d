import { MessageFlags, type RESTPatchAPIChannelMessageJSONBody } from 'discord-api-types/v10'
import { joined, sentence } from '../../../core/text/sentence.ts'
import { capitalised, statusOf } from '../../../core/tickets/card.ts'
import type { Ticket } from '../../../core/tickets/ticket.ts'
import { inMarkdown, inPlain } from './sentence.ts'

/** The start of the ticket's headline, which stays the same when the title changes. */
export const headlinePrefix = (ticket: Pick<Ticket, 'number'>) => `**#${ticket.number}** `

/** The ticket's message in the desk's channel, from which its thread starts. Links in the title get no preview. */
export function headlineMessage(ticket: Ticket) {
  const priority = ticket.deleted || !ticket.priority ? [] : [sentence`${capitalised(ticket.priority)}`]
  const shown = [sentence`${ticket.title}`, statusOf(ticket), ...priority]
  return {
    content: `${headlinePrefix(ticket)}${inMarkdown(joined(shown, ' · '), 1_000)}`,
    flags: MessageFlags.SuppressEmbeds,
    allowed_mentions: { parse: [] },
  } satisfies RESTPatchAPIChannelMessageJSONBody
}

/** The headline when Discord refuses the title. */
export const plainHeadline = (ticket: Ticket) =>
  headlineMessage({ ...ticket, title: 'Discord refuses to show the title' })

/** At most 100 characters. The status is left out, because Discord allows two renames in ten minutes. */
export const threadName = (ticket: Pick<Ticket, 'number' | 'title'>) =>
  inPlain(sentence`#${ticket.number} ${ticket.title}`, 100)

export const namelessThread = 'Ticket'

/**
 * The names to try for the ticket's thread. Discord refuses names with words that a server may not use, and “#1488” is
 * one.
 */
export const threadNames = (ticket: Pick<Ticket, 'number' | 'title'>): [string, ...string[]] => [
  threadName(ticket),
  `#${ticket.number}`,
  namelessThread,
]

/** Whether a thread's name is the ticket's, with whatever title it had. */
export const isThreadNameOf = ({ number }: Pick<Ticket, 'number'>, name: string) =>
  name === `#${number}` || name.startsWith(`#${number} `)
