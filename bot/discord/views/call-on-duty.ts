import type { RESTPostAPIChannelMessageJSONBody } from 'discord-api-types/v10'
import { sentence } from '../../../core/text/sentence.ts'
import { referenceTo } from '../../../core/tickets/change.ts'
import type { Ticket } from '../../../core/tickets/ticket.ts'
import { inMarkdown } from './sentence.ts'

/** Pings those who are on duty, in the thread of a ticket that nobody could be assigned to. @param role its id */
export const callOnDutyMessage = (ticket: Pick<Ticket, 'number'>, role: string) =>
  ({
    content: `<@&${role}> ${inMarkdown(sentence`Nobody could be assigned to ${referenceTo(ticket)}. Who takes it?`, 500)}`,
    allowed_mentions: { parse: [], roles: [role] },
  }) satisfies RESTPostAPIChannelMessageJSONBody
