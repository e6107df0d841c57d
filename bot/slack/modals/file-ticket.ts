import type { Middleware, SlackViewMiddlewareArgs, ViewOutput, ViewSubmitAction, webApi } from '@slack/bolt'
import pTimeout from 'p-timeout'
import type { ZodError } from 'zod'
import type { IncomingFile } from '../../../core/attachments/attached-file.ts'
import { offeredOf } from '../../../core/catalog/names.ts'
import { isRefusal } from '../../../core/errors.ts'
import { withEmoji, withEmojiInMarkdown } from '../../../core/rich-text/emoji.ts'
import { writeMarkdown } from '../../../core/rich-text/write-markdown.ts'
import { type NewTicketInput, newTicketSchema, openTicket } from '../../../core/tickets/open-ticket.ts'
import { lookAgain } from '../../../core/users/handles/slack-user.ts'
import { briefError } from '../connection/brief-error.ts'
import type { SlackDependencies } from '../dependencies.ts'
import { filesOf } from '../events/read-message.ts'
import { handleOf, resolveActor } from '../resolve-actor.ts'
import type { ReadNamed } from '../text/find-names.ts'
import { filedModal } from '../views/filed-modal.ts'
import {
  filesField,
  inputId,
  type ModalField,
  modalFields,
  noCategory,
  readFiles,
} from '../views/ticket-modal.ts'

type Dependencies = SlackDependencies & { read: ReadNamed }
type FieldErrors = Partial<Record<ModalField, string>>
/** The ticket's number, or an error message for each invalid field. */
type FilingResult = { number: number } | { fieldErrors: FieldErrors }

/**
 * Slack shows its own error when a submission is not answered within 3 s, so we answer before that. Filing continues in
 * the background. It is idempotent, so the person can submit again.
 */
const answerWithinMs = 2_300

/** Shows "Filed as #42" only once the ticket is stored. Until then the form stays open and keeps its text. */
export const onTicketSubmitted =
  (deps: Dependencies): Middleware<SlackViewMiddlewareArgs<ViewSubmitAction>> =>
  async ({ ack, body, client }) => {
    const outcome = await pTimeout(readAndFile(deps, client, body), {
      milliseconds: answerWithinMs,
      fallback: () => tooSlow,
    })
    if ('number' in outcome) await ack({ response_action: 'update', view: filedModal(outcome.number) })
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
  { desk, log }: SlackDependencies,
  body: ViewSubmitAction,
  input: NewTicketInput,
): Promise<FilingResult> {
  try {
    const handle = handleOf(body)
    const user = await resolveActor(desk, handle, body.user.name)
    const { ticket, created } = await openTicket(desk, user, {
      key: `slack:${handle.team}:${body.view.id}`,
      source: 'slack',
      input,
      incoming: filesIn(body),
      category: await offeredCategory(desk, answerIn(body.view.state, 'category')),
    })
    if (created)
      void lookAgain(desk, user).catch((error: unknown) =>
        log.warn({ err: briefError(error) }, 'A Slack profile was not looked at'),
      )
    const isAsWritten = ticket.title === input.title && ticket.description === input.description
    return created || isAsWritten ? { number: ticket.number } : filedBefore(ticket.number)
  } catch (error) {
    if (isRefusal(error)) return { fieldErrors: { [fieldOf(error.field)]: error.message } }
    log.error({ err: briefError(error) }, 'A ticket from Slack could not be stored')
    return failed
  }
}

/** The files of the message that the form is about, and those that were put into the form. */
function filesIn(body: ViewSubmitAction): IncomingFile[] {
  const { private_metadata, state } = body.view
  return [
    ...readFiles(private_metadata),
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
  const element = values[field]?.[inputId]
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

/** A category may have been retired while the form was open. Triage then finds one. */
async function offeredCategory({ catalog }: SlackDependencies['desk'], id: string | undefined) {
  if (id === undefined || id === noCategory) return null
  const { categories } = offeredOf(await catalog.read())
  return categories.find((one) => one.id === id)?.name ?? null
}

/** The first error of each field. */
const errorsAtFields = (error: ZodError): FilingResult => ({
  fieldErrors: Object.fromEntries(
    error.issues.map((issue) => [fieldOf(issue.path[0]), issue.message]).reverse(),
  ),
})

const fieldOf = (name: PropertyKey | undefined): ModalField =>
  modalFields.find((field) => field === name) ?? 'title'
