import type { APIEmbed } from 'discord-api-types/v10'
import { sentence } from '../../../core/text/sentence.ts'
import { discordMarkdown } from '../text/write-discord.ts'
import { inPlain } from './sentence.ts'
import { truncateMarkdown } from './text.ts'

const noteColour = 0xf79009
/** An embed's description has at most 4,096 characters. */
const maxShown = 4_000

/** An internal note, shown in the ticket's thread. @param body Markdown */
export const noteEmbed = (author: string, body: string): APIEmbed => ({
  author: { name: inPlain(sentence`${author}`, 200) },
  description: truncateMarkdown(discordMarkdown(body), maxShown),
  color: noteColour,
  footer: { text: 'Internal note. The requester does not see it.' },
})
