import type { ViewOutput, ViewSubmitAction, webApi } from '@slack/bolt'
import type { ModalView } from '@slack/types'
import pTimeout from 'p-timeout'
import type { ZodError } from 'zod'
import type { IncomingFile } from '../../../core/attachments/attached-file.ts'
import { isRefusal, type Refusal } from '../../../core/errors.ts'
import { idFromKey } from '../../../core/ids.ts'
import { withEmoji, withEmojiInMarkdown } from '../../../core/rich-text/emoji.ts'
import { writeMarkdown } from '../../../core/rich-text/write-markdown.ts'
import { lookAlikes } from '../../../core/search/look-alikes.ts'
import type { ListedTicket } from '../../../core/tickets/lists/list-page.ts'
import { type NewTicketInput, newTicketSchema, openTicket } from '../../../core/tickets/open-ticket.ts'
import type { Ticket } from '../../../core/tickets/ticket.ts'
import { requestProfileCheck } from '../../../core/users/handles/slack-user.ts'
import type { User } from '../../../core/users/user.ts'
import { briefError } from '../connection/brief-error.ts'
import type { SlackDependencies } from '../dependencies.ts'
import { filesOf } from '../events/read-message.ts'
import type { FormHandler } from '../handlers.ts'
import { handleOf, resolveActor } from '../resolve-actor.ts'
import type { ReadNamed } from '../text/find-names.ts'
import { readTicketForm } from '../ticket-form-context.ts'
import { type AskingCategory, fieldBlockId, withFields } from '../views/forms/field-inputs.ts'
import { type Filed, filedModal } from '../views/forms/filed-modal.ts'
import {
  categoryAction,
  filesField,
  inputId,
  type ModalField,
  modalFields,
} from '../views/forms/ticket-modal.ts'
import { chosenCategory } from './chosen-category.ts'
import { answersIn } from './read-answers.ts'

type Dependencies = SlackDependencies & { read: ReadNamed }
/** By block id. */
type FieldErrors = Record<string, string>
/** The ticket, an error message for each invalid field, or the form when its category asks something else by now. */
type FilingResult = { filed: Filed } | { fieldErrors: FieldErrors } | { form: ModalView }

/**
 * Slack shows its own error when a submission is not answered within 3 s, so we answer before that. Filing continues in
 * the background. It is idempotent, so the person can submit again.
 */
const answerWithinMs = 2_300

/** Shows "Filed as #42" only once the ticket is stored. Until then the form stays open and keeps its text. */
export const onTicketSubmitted =
  (deps: Dependencies): FormHandler =>
  async ({ ack, body, client }) => {
    const outcome = await pTimeout(readAndFile(deps, client, body), {
      milliseconds: answerWithinMs,
      fallback: () => tooSlow,
    })
    if ('filed' in outcome) await ack({ response_action: 'update', view: filedModal(outcome.filed) })
    else if ('form' in outcome) await ack({ response_action: 'update', view: outcome.form })
    else await ack({ response_action: 'errors', errors: outcome.fieldErrors })
  }

async function readAndFile(
  deps: Dependencies,
  client: webApi.WebClient,
  body: ViewSubmitAction,
): Promise<FilingResult> {
  const { state } = body.view
  const form = newTicketSchema.safeParse({
    title: withEmoji(answerIn(state, 'title') ?? ''),
    description: await descriptionIn(deps, client, body),
    urgency: answerIn(state, 'urgency'),
  })
  return form.success ? file(deps, body, form.data) : errorsAtFields(form.error)
}

async function file(
  { desk, log, admit }: SlackDependencies,
  body: ViewSubmitAction,
  input: NewTicketInput,
): Promise<FilingResult> {
  const { state, private_metadata } = body.view
  const { kept } = readTicketForm(private_metadata)
  let category: AskingCategory | null = null
  try {
    category = await chosenCategory(desk, answerIn(state, 'category'))
    const handle = handleOf(body)
    const user = await resolveActor({ desk, admit }, handle, body.user.name)
    const key = `slack:${handle.team}:${body.view.id}`
    const [{ ticket, created }, similar] = await Promise.all([
      openTicket(desk, user, {
        key,
        source: 'slack',
        input: category ? { ...input, fields: answersIn(state, category, kept) } : input,
        incoming: filesIn(body),
        category: category?.name ?? null,
      }),
      lookAlikesInTime({ desk, log }, user, { ...input, _id: idFromKey(key) }),
    ])
    if (created)
      void requestProfileCheck(desk, user).catch((error: unknown) =>
        log.warn({ err: briefError(error) }, 'A Slack profile was not looked at'),
      )
    const isAsWritten = ticket.title === input.title && ticket.description === input.description
    if (!created && !isAsWritten) return filedBefore(ticket.number)
    return { filed: { ticket, lookAlikes: similar } }
  } catch (error) {
    if (isRefusal(error)) return refused(error, body, category)
    log.error({ err: briefError(error) }, 'A ticket from Slack could not be stored')
    return failed
  }
}

/** Slack takes a message only at a block that the form has. */
function refused(
  refusal: Refusal,
  { view }: ViewSubmitAction,
  category: AskingCategory | null,
): FilingResult {
  const wrong = refusal.errors.flatMap(({ field, message }) => {
    const asked = category?.form?.fields.find(({ key }) => field === `fields.${key}`)
    return category && asked ? [[fieldBlockId(category, asked), message] as const] : []
  })
  if (wrong.length === 0) return { fieldErrors: { [fieldOf(refusal.field)]: refusal.message } }
  const isShown = (id: string) => view.blocks.some(({ block_id }) => block_id === id)
  if (!wrong.every(([id]) => isShown(id))) return { form: withFields(view, category, { hasChanged: true }) }
  return { fieldErrors: Object.fromEntries(wrong) }
}

const lookUpWithinMs = 200

/** Looked for while the ticket is stored, which may neither fail nor wait because of it. */
const lookAlikesInTime = (
  { desk, log }: Pick<SlackDependencies, 'desk' | 'log'>,
  user: User,
  ticket: Pick<Ticket, '_id' | 'title' | 'description'>,
): Promise<ListedTicket[]> =>
  pTimeout(lookAlikes(desk, user, ticket), { milliseconds: lookUpWithinMs, fallback: () => [] }).catch(
    (error: unknown) => {
      log.warn({ err: briefError(error) }, 'Similar tickets were not looked for')
      return []
    },
  )

/** The files of the message that the form is about, and those that were put into the form. */
function filesIn(body: ViewSubmitAction): IncomingFile[] {
  const { private_metadata, state } = body.view
  return [
    ...readTicketForm(private_metadata).files,
    ...filesOf(state.values[filesField]?.[inputId] ?? {}, handleOf(body).team),
  ]
}

const tooSlow: FilingResult = {
  fieldErrors: {
    title: 'This is taking longer than usual. Submit again in a moment: the ticket is filed only once.',
  },
}

const failed: FilingResult = {
  fieldErrors: {
    title: 'Something went wrong on our side. Your text is still here: submit again in a minute.',
  },
}

/** Shown when the first submission was slow but succeeded, and the person changed the text before submitting again. */
const filedBefore = (number: number): FilingResult => ({
  fieldErrors: {
    description: `Already filed as #${number}, with the text you first sent. Reply in its thread to add something.`,
  },
})

type State = ViewOutput['state']

function answerIn({ values }: State, field: ModalField): string | undefined {
  // A form that was open while the desk was updated has the category's older action id.
  const element = values[field]?.[field === 'category' ? categoryAction : inputId] ?? values[field]?.[inputId]
  return element?.selected_option?.value ?? element?.value ?? undefined
}

/** A form that was open while the desk was updated sends the Markdown of a plain field. */
async function descriptionIn({ read }: Dependencies, client: webApi.WebClient, body: ViewSubmitAction) {
  const { state } = body.view
  const typed = state.values.description?.[inputId]?.rich_text_value
  if (!typed) return withEmojiInMarkdown(answerIn(state, 'description') ?? '')
  const { tree } = await read(client, handleOf(body).team, { blocks: [typed] })
  return writeMarkdown(tree)
}

/** The first error of each field. */
const errorsAtFields = (error: ZodError): FilingResult => ({
  fieldErrors: Object.fromEntries(
    error.issues.map((issue) => [fieldOf(issue.path[0]), issue.message]).reverse(),
  ),
})

const fieldOf = (name: PropertyKey | undefined): ModalField =>
  modalFields.find((field) => field === name) ?? 'title'
