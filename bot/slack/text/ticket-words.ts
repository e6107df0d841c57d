import type { webApi } from '@slack/bolt'
import { titleOf } from '../../../core/rich-text/title.ts'
import { writeMarkdown } from '../../../core/rich-text/write-markdown.ts'
import { maxTitle } from '../../../core/tickets/ticket-texts.ts'
import type { ReadNamed } from './find-names.ts'
import type { SlackContent } from './read-content.ts'
import { withoutMention } from './without-mention.ts'

/** Where the app is. @property team id of the workspace @property bot user id of the app; undefined: not known yet */
export type AppInTeam = { team: string; bot: string | undefined }

/**
 * The words of a message for a ticket: its first line is the title, the whole message the description. Messages of apps
 * have their words in blocks and attachments. The app's mention is left out.
 */
export async function ticketWords(
  read: ReadNamed,
  client: webApi.WebClient,
  { team, bot }: AppInTeam,
  message: SlackContent,
): Promise<{ title: string; description: string }> {
  const { tree } = await read(client, team, withoutMention(message, bot))
  return { title: titleOf(tree, maxTitle), description: writeMarkdown(tree) }
}
