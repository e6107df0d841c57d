import type { BlockAction, ButtonAction, Middleware, SlackActionMiddlewareArgs } from '@slack/bolt'
import { findMessage } from '../find-message.ts'
import { type FormDependencies, formAboutMessage } from '../modals/form-about-message.ts'
import { openModal } from '../modals/open-modal.ts'
import { handleOf } from '../resolve-actor.ts'
import { ticketModal } from '../views/ticket-modal.ts'

/** Opens the form: empty, or with the message that the button names unless it was deleted. */
export const onFileAsked =
  (deps: FormDependencies): Middleware<SlackActionMiddlewareArgs<BlockAction<ButtonAction>>> =>
  async ({ ack, action, body, client, respond, context }) => {
    await ack()
    const { log, has } = deps
    const { channel } = body
    const message = channel && action.value ? await findMessage(client, channel.id, action.value) : null
    const app = { team: handleOf(body).team, bot: context.botUserId }
    const form = message
      ? await formAboutMessage(deps, client, app, message)
      : ticketModal({ takesFiles: has('files:read') })
    await openModal(client, body.trigger_id, form, { respond, log })
  }
