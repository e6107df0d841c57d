import type { GlobalShortcut, Middleware, SlackShortcutMiddlewareArgs } from '@slack/bolt'
import type { SlackDependencies } from '../dependencies.ts'
import type { Shortcut } from '../manifest/manifest-types.ts'
import { newTicketForm } from '../modals/new-ticket-form.ts'
import { openModal } from '../modals/open-modal.ts'

export const newTicketShortcut = {
  type: 'global',
  name: 'File a ticket',
  callback_id: 'file_ticket',
  description: 'File a ticket with the support desk',
} satisfies Shortcut

/** Opens the empty form, from anywhere in Slack. */
export const onNewTicketShortcut =
  (deps: SlackDependencies): Middleware<SlackShortcutMiddlewareArgs<GlobalShortcut>> =>
  async ({ ack, shortcut, client }) => {
    await ack()
    await openModal(client, shortcut.trigger_id, await newTicketForm(deps), { log: deps.log })
  }
