import type { MessageShortcut, Middleware, SlackShortcutMiddlewareArgs } from '@slack/bolt'
import type { Shortcut } from '../manifest/manifest-types.ts'
import { type FormDependencies, formAboutMessage } from '../modals/form-about-message.ts'
import { openModal } from '../modals/open-modal.ts'
import { handleOf } from '../resolve-actor.ts'

export const fileTicketShortcut = {
  type: 'message',
  name: 'File a ticket',
  callback_id: 'file_ticket_from_message',
  description: 'File a ticket with the support desk about this message',
} satisfies Shortcut

/** Opens the form with the message filled in. */
export const onFileTicketShortcut =
  (deps: FormDependencies): Middleware<SlackShortcutMiddlewareArgs<MessageShortcut>> =>
  async ({ ack, shortcut, client, respond, context }) => {
    await ack()
    const about = { by: handleOf(shortcut), bot: context.botUserId }
    const form = await formAboutMessage(deps, client, about, shortcut.message)
    await openModal(client, shortcut.trigger_id, form, { respond, log: deps.log })
  }
