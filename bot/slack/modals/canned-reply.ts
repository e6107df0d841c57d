import type { BlockAction, Middleware, SlackActionMiddlewareArgs, StaticSelectAction } from '@slack/bolt'
import pTimeout from 'p-timeout'
import { fillInFor } from '../../../core/canned-replies/fill-in.ts'
import { listCannedReplies } from '../../../core/canned-replies/manage-canned-replies.ts'
import type { Desk } from '../../../core/desk.ts'
import { isRefusal } from '../../../core/errors.ts'
import type { Log } from '../../../core/log.ts'
import { type Sentence, sentence } from '../../../core/text/sentence.ts'
import { briefError } from '../connection/brief-error.ts'
import type { SlackDependencies } from '../dependencies.ts'
import { readFormContext } from '../form-context.ts'
import { performAs } from '../perform-as.ts'
import { findReader, handleOf } from '../resolve-actor.ts'
import type { CannedOffer } from '../views/forms/canned-reply-select.ts'
import { textForm, typedValue } from '../views/forms/text-form.ts'
import { textForms } from './text-forms.ts'

/** The form has to open within 3 s. */
const lookUpMs = 1_000

/** What a form offers to this person. When the desk takes too long, the form opens without. */
export const offeredReplies = (
  desk: Desk,
  body: Parameters<typeof handleOf>[0],
  log: Log,
): Promise<CannedOffer | undefined> =>
  pTimeout(offerTo(desk, body), { milliseconds: lookUpMs }).catch((error: unknown) => {
    if (!isRefusal(error))
      log.warn({ err: briefError(error) }, 'A form on Slack opens without canned replies')
    return undefined
  })

async function offerTo(desk: Desk, body: Parameters<typeof handleOf>[0]): Promise<CannedOffer | undefined> {
  const reader = await findReader(desk, handleOf(body))
  return reader ? { replies: await listCannedReplies(desk, reader) } : undefined
}

/** Adds the chosen canned reply to what is typed, which stays. */
export const onCannedReplyChosen =
  (deps: SlackDependencies): Middleware<SlackActionMiddlewareArgs<BlockAction<StaticSelectAction>>> =>
  async ({ ack, action, body, client }) => {
    await ack()
    const { desk, log } = deps
    const { view } = body
    const form = textForms.find(({ id }) => id === view?.callback_id)
    if (!view || !form) return
    const { id, words } = form
    const { ticket, home } = readFormContext(view.private_metadata)
    const typed = typedValue(view.state.values)
    const added = await performAs(deps, body, ticket, async (actor) => {
      const { text } = await fillInFor(desk, actor, { id: action.selected_option.value, ticket })
      return withAdded(typed.text, text, words.maxLength)
    })
    const { text, note } = 'refusal' in added ? { text: typed.text, note: added.refusal } : added.value
    const offered = await offeredReplies(desk, body, log)
    const number = view.title.text.slice(words.title.length + 1)
    const prefilled = { text, canned: offered && { ...offered, note }, round: typed.round + 1 }
    await client.views.update({
      view_id: view.id,
      hash: view.hash,
      view: textForm(id, words, { id: ticket, number }, home, prefilled),
    })
  }

function withAdded(typed: string, reply: string, max: number): { text: string; note?: Sentence } {
  const text = [typed.trimEnd(), reply].filter(Boolean).join('\n\n')
  if (text.length <= max) return { text }
  return { text: typed, note: sentence`Not added: a form on Slack takes ${max} characters.` }
}
