import type { ViewSubmitAction, webApi } from '@slack/bolt'
import pTimeout from 'p-timeout'
import { isRefusal } from '../../../core/errors.ts'
import { idFromKey } from '../../../core/ids.ts'
import { withEmoji } from '../../../core/rich-text/emoji.ts'
import { lookAlikesInTime } from '../../../core/search/look-alikes.ts'
import { type NewTicketInput, newTicketSchema } from '../../../core/tickets/intake.ts'
import { openTicket } from '../../../core/tickets/open-ticket.ts'
import { requestProfileCheck } from '../../../core/users/handles/slack-user.ts'
import { briefError } from '../connection/brief-error.ts'
import type { SlackDependencies } from '../dependencies.ts'
import type { FormHandler } from '../handlers.ts'
import { handleOf, resolveActor } from '../resolve-actor.ts'
import type { ReadNamed } from '../text/find-names.ts'
import { readTicketForm } from '../ticket-form-context.ts'
import type { AskingCategory } from '../views/forms/field-inputs.ts'
import { type Filed, filedModal } from '../views/forms/filed-modal.ts'
import { chosenCategory } from './chosen-category.ts'
import {
  errorsAtFields,
  type FilingProblem,
  failed,
  filedBefore,
  refusedAtFields,
  tooSlow,
} from './filing-problems.ts'
import { answersIn } from './read-answers.ts'
import { answerIn, descriptionIn, filesIn } from './read-ticket-modal.ts'

type Dependencies = SlackDependencies & { read: ReadNamed }
type FilingResult = { filed: Filed } | FilingProblem

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
  deps: SlackDependencies,
  body: ViewSubmitAction,
  input: NewTicketInput,
): Promise<FilingResult> {
  let category: AskingCategory | null = null
  try {
    category = await chosenCategory(deps.desk, answerIn(body.view.state, 'category'))
    const { ticket, created, similar } = await store(deps, body, input, category)
    const isAsWritten = ticket.title === input.title && ticket.description === input.description
    if (!created && !isAsWritten) return filedBefore(ticket.number)
    return { filed: { ticket, lookAlikes: similar } }
  } catch (error) {
    if (isRefusal(error)) return refusedAtFields(error, body, category)
    deps.log.error({ err: briefError(error) }, 'A ticket from Slack could not be stored')
    return failed
  }
}

/** Stores the ticket, and meanwhile looks for open tickets of the same person that are like it. */
async function store(
  { desk, log, admit }: SlackDependencies,
  body: ViewSubmitAction,
  input: NewTicketInput,
  category: AskingCategory | null,
) {
  const { state, private_metadata, id } = body.view
  const handle = handleOf(body)
  const user = await resolveActor({ desk, admit }, handle, body.user.name)
  const key = `slack:${handle.team}:${id}`
  const { kept } = readTicketForm(private_metadata)
  const fields = category ? { fields: answersIn(state, category, kept) } : {}
  const [filed, similar] = await Promise.all([
    openTicket(desk, user, {
      ...{ key, source: 'slack', incoming: filesIn(body), category: category?.name ?? null },
      input: { ...input, ...fields },
    }),
    lookAlikesInTime(desk, user, { ...input, _id: idFromKey(key) }),
  ])
  if (filed.created)
    void requestProfileCheck(desk, user).catch((error: unknown) =>
      log.warn({ err: briefError(error) }, 'A Slack profile was not looked at'),
    )
  return { ...filed, similar }
}
