import { briefError } from '../connection/brief-error.ts'
import { findMessage } from '../find-message.ts'
import type { ButtonHandler } from '../handlers.ts'
import { type FormDependencies, formAboutMessage } from '../modals/form-about-message.ts'
import { newTicketForm } from '../modals/new-ticket-form.ts'
import { openModal } from '../modals/open-modal.ts'
import { handleOf } from '../resolve-actor.ts'

/** Opens the form with the message that the button names. It is empty if there is none, or none that the desk can read. */
export const onFileAsked =
  (deps: FormDependencies): ButtonHandler =>
  async ({ ack, action, body, client, respond, context }) => {
    await ack()
    const { log } = deps
    const { channel } = body
    const message = channel && action.value ? await read(channel.id, action.value) : null
    const by = handleOf(body)
    const about = { by, bot: context.botUserId }
    const form = message
      ? await formAboutMessage(deps, client, about, message)
      : await newTicketForm(deps, by)
    await openModal(client, body.trigger_id, form, { respond, log })

    function read(from: string, ts: string) {
      return findMessage(client, from, ts).catch((error: unknown) => {
        log.warn({ err: briefError(error) }, 'A message on Slack could not be read for the form')
        return null
      })
    }
  }
