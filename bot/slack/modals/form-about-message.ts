import type { webApi } from '@slack/bolt'
import type { ModalView } from '@slack/types'
import { titleOf } from '../../../core/rich-text/title.ts'
import { writeMarkdown } from '../../../core/rich-text/write-markdown.ts'
import { maxTitle } from '../../../core/tickets/ticket.ts'
import type { SlackDependencies } from '../dependencies.ts'
import { filesOf } from '../events/read-message.ts'
import type { ReadNamed } from '../text/find-names.ts'
import type { SlackContent } from '../text/read-content.ts'
import { ticketModal } from '../views/ticket-modal.ts'

export type FormDependencies = Pick<SlackDependencies, 'log' | 'has'> & { read: ReadNamed }

/**
 * The form with a message filled in: its first line is the title, the whole message the description, and its files come
 * with it. Messages of apps have their words in blocks and attachments.
 * @param team id of the workspace
 */
export async function formAboutMessage(
  { read, has }: FormDependencies,
  client: webApi.WebClient,
  team: string,
  message: SlackContent,
): Promise<ModalView> {
  const { tree } = await read(client, team, message)
  const takesFiles = has('files:read')
  return ticketModal({
    title: titleOf(tree, maxTitle),
    description: writeMarkdown(tree),
    files: takesFiles ? filesOf(message, team) : [],
    takesFiles,
  })
}
