import type { APIEmbed, RESTPostAPIChannelMessageJSONBody } from 'discord-api-types/v10'
import type { Ticket } from '../../../core/tickets/ticket.ts'
import { discordMarkdown } from '../text/write-discord.ts'
import { oneLine, truncateMarkdown } from './text.ts'

const resolvedColour = 0x12b76a

/** Says in the thread who resolved the ticket, and how. It carries the time, so that a later try can find it. */
export function resolutionMessage({ resolution }: Ticket) {
  const embed: APIEmbed = {
    author: { name: oneLine(`Resolved by ${resolution?.by.name ?? 'the desk'}`, 256) },
    description: truncateMarkdown(discordMarkdown(resolution?.text ?? ''), 4_000),
    color: resolvedColour,
    ...(resolution ? { timestamp: resolution.at.toISOString() } : {}),
  }
  return { embeds: [embed], allowed_mentions: { parse: [] } } satisfies RESTPostAPIChannelMessageJSONBody
}

/** The same when Discord refuses the text. */
export const plainResolution = (ticket: Ticket) =>
  resolutionMessage({
    ...ticket,
    resolution: ticket.resolution && { ...ticket.resolution, text: 'Read it in the console.' },
  })
