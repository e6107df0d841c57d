import type { MessageShortcut, Middleware, SlackShortcutMiddlewareArgs } from '@slack/bolt'
import { titleOf } from '../../../core/rich-text/title.ts'
import { writeMarkdown } from '../../../core/rich-text/write-markdown.ts'
import { maxTitle } from '../../../core/tickets/ticket.ts'
import type { SlackDependencies } from '../dependencies.ts'
import { filesOf } from '../events/read-message.ts'
import type { Shortcut } from '../manifest/manifest-types.ts'
import { openModal } from '../modals/open-modal.ts'
import { handleOf } from '../resolve-actor.ts'
import type { ReadNamed } from '../text/find-names.ts'
import { ticketModal } from '../views/ticket-modal.ts'

export const fileTicketShortcut = {
  type: 'message',
  name: 'File a ticket',
  callback_id: 'file_ticket_from_message',
  description: 'File a ticket with the support desk about this message',
} satisfies Shortcut

/**
 * The first line of the message becomes the title, and the whole message the description. Messages of apps have their
 * words in blocks and attachments.
 */
export const onFileTicketShortcut =
  ({
    log,
    has,
    read,
  }: Pick<SlackDependencies, 'log' | 'has'> & { read: ReadNamed }): Middleware<
    SlackShortcutMiddlewareArgs<MessageShortcut>
  > =>
  async ({ ack, shortcut, client, respond }) => {
    await ack()
    const { team } = handleOf(shortcut)
    const { tree } = await read(client, team, shortcut.message)
    const words = { title: titleOf(tree, maxTitle), description: writeMarkdown(tree) }
    const takesFiles = has('files:read')
    const form = ticketModal({
      ...words,
      files: takesFiles ? filesOf(shortcut.message, team) : [],
      takesFiles,
    })
    await openModal(client, shortcut.trigger_id, form, { respond, log })
  }
