import { withEmojiInMarkdown } from '../../../core/rich-text/emoji.ts'
import type { SlackDependencies } from '../dependencies.ts'
import { readFormContext } from '../form-context.ts'
import type { ButtonHandler, FormHandler } from '../handlers.ts'
import { handleOf } from '../resolve-actor.ts'
import { readTicketValue } from '../ticket-value.ts'
import { textForm, typedValue } from '../views/forms/text-form.ts'
import { offeredReplies } from './canned-reply.ts'
import { isInModal, openModal } from './open-modal.ts'
import { submitForm } from './submit-form.ts'
import type { TextForm } from './text-forms.ts'

/** Opens the form soon, because its trigger_id expires after 3 s. Permissions are checked on submission. */
export const onTextAsked =
  (
    { desk, log }: Pick<SlackDependencies, 'desk' | 'log'>,
    { id, words, offersCannedReplies }: TextForm,
  ): ButtonHandler =>
  async ({ ack, action, body, client, respond }) => {
    await ack()
    const canned = offersCannedReplies ? await offeredReplies(desk, body, log) : undefined
    const home = body.view?.private_metadata
    const form = textForm(id, words, readTicketValue(action.value), home, { canned })
    await openModal(client, body.trigger_id, form, { respond, log, over: isInModal(body) })
  }

/** Does what the form is for, and shows what was done in its place. */
export const onTextSubmitted =
  (deps: SlackDependencies, { send }: TextForm): FormHandler =>
  ({ ack, body, view, client }) => {
    const { ticket, home } = readFormContext(view.private_metadata)
    const typed = typedValue(view.state.values)
    const text = withEmojiInMarkdown(typed.text)
    const key = `slack:${handleOf(body).team}:${view.id}`
    return submitForm(
      deps,
      { ack, body, client, ticket, home, field: typed.block, title: view.title.text },
      (actor) => send(deps.desk, actor, { ticket, text, key }),
    )
  }
