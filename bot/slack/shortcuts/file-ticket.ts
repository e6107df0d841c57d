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
  description: 'File a ticket with the support desk about this message',
} satisfies Shortcut

/** The first line of the message becomes the title, and the whole message the description. */
export const onFileTicketShortcut =
  ({ log }: Pick<SlackDependencies, 'log'>): Middleware<SlackShortcutMiddlewareArgs<MessageShortcut>> =>
  async ({ ack, shortcut, client, respond }) => {
    await ack()
    const message = markdownOf(shortcut.message.text ?? '')
    const form = ticketModal({ title: message.split('\n', 1)[0] ?? '', description: message })
    await openModal(client, shortcut.trigger_id, form, { respond, log })
  }
