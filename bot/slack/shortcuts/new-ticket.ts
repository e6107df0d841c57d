import type { GlobalShortcut, Middleware, SlackShortcutMiddlewareArgs } from '@slack/bolt'
import type { SlackDependencies } from '../dependencies.ts'
import type { Shortcut } from '../manifest/manifest-types.ts'
import { openModal } from '../modals/open-modal.ts'
import { ticketModal } from '../views/ticket-modal.ts'

export const newTicketShortcut = {
  type: 'global',
  name: 'File a ticket',
  callback_id: 'file_ticket',
  description: 'File a ticket with the support desk',
} satisfies Shortcut

/** Opens the empty form, from anywhere in Slack. */
export const onNewTicketShortcut =
  ({
    log,
    has,
  }: Pick<SlackDependencies, 'log' | 'has'>): Middleware<SlackShortcutMiddlewareArgs<GlobalShortcut>> =>
  async ({ ack, shortcut, client }) => {
    await ack()
    await openModal(client, shortcut.trigger_id, ticketModal({ takesFiles: has('files:read') }), { log })
  }
