import type { MessageShortcut, Middleware, SlackShortcutMiddlewareArgs } from '@slack/bolt'
import type { SlackDependencies } from '../dependencies.ts'
import type { Shortcut } from '../manifest/manifest-types.ts'
import { openModal } from '../modals/open-modal.ts'
import { markdownOf } from '../views/markup.ts'
import { ticketModal } from '../views/ticket-modal.ts'

export const fileTicketShortcut = {
  type: 'message',
  name: 'File a ticket',
  callback_id: 'file_ticket_from_message',
  description: 'Files a ticket with the support desk about this message',
} satisfies Shortcut

/** The message's first line becomes the title, all of it the description. */
export const onFileTicketShortcut =
  ({ log }: Pick<SlackDependencies, 'log'>): Middleware<SlackShortcutMiddlewareArgs<MessageShortcut>> =>
  async ({ ack, shortcut, client, respond }) => {
    await ack()
    const said = markdownOf(shortcut.message.text ?? '')
    const form = ticketModal({ title: said.split('\n', 1)[0] ?? '', description: said })
    await openModal(client, shortcut.trigger_id, form, { respond, log })
  }
