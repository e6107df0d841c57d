import { writeMarkdown } from '../../../core/rich-text/write-markdown.ts'
import { readDiscord } from '../text/read-discord.ts'

/**
 * Turns Discord's Markdown into Markdown for other surfaces. Mentions and custom emoji become names, timestamps become
 * dates.
 * @param mentions the people whom the message mentions
 */
export function fromDiscordMarkdown(
  content: string,
  mentions: readonly { id: string; name: string }[],
): string {
  const names = new Map(mentions.map(({ id, name }) => [id, name]))
  return writeMarkdown(readDiscord(content, (kind, id) => (kind === 'user' ? names.get(id) : undefined)))
}
