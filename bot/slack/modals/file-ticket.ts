import type { Middleware, SlackViewMiddlewareArgs, ViewOutput, ViewSubmitAction } from '@slack/bolt'
import pTimeout from 'p-timeout'
import type { ZodError } from 'zod'
import { isRefusal } from '../../../core/errors.ts'
import { type NewTicketInput, newTicketSchema, openTicket } from '../../../core/tickets/open-ticket.ts'
import { briefError } from '../connection/brief-error.ts'
import type { SlackDependencies } from '../dependencies.ts'
import { activeUser, handleOf } from '../resolve-actor.ts'
import { filedModal } from '../views/filed-modal.ts'
import { answer, type ModalField, modalFields } from '../views/ticket-modal.ts'

type Objections = Partial<Record<ModalField, string>>
/** The ticket's number, or words at the fields. */
type Outcome = { number: number } | { objections: Objections }

/**
 * Slack shows an error of its own when a submission isn't answered within 3 s. Filing goes on in the background after
 * this time. It is idempotent, so the person may submit again.
 */
const answerWithinMs = 2_300

/** "Filed as #42" is said only when the database has it; until then the form stays open with all that was written. */
export const onTicketSubmitted =
  (deps: SlackDependencies): Middleware<SlackViewMiddlewareArgs<ViewSubmitAction>> =>
  async ({ ack, body, view }) => {
    const form = newTicketSchema.safeParse(answersOf(view))
    const outcome = form.success
      ? await pTimeout(file(deps, body, form.data), { milliseconds: answerWithinMs, fallback: () => slow })
      : objectionsTo(form.error)
    if ('number' in outcome) await ack({ response_action: 'update', view: filedModal(outcome.number) })
    else await ack({ response_action: 'errors', errors: outcome.objections })
  }

async function file(
  { desk, log }: SlackDependencies,
  body: ViewSubmitAction,
  input: NewTicketInput,
): Promise<Outcome> {
  try {
    const handle = handleOf(body)
    const user = await activeUser(desk, handle, body.user.name)
    const key = `slack:${handle.team}:${body.view.id}`
    const { ticket, created } = await openTicket(desk, user, { key, source: 'slack', input })
    const isAsWritten = ticket.title === input.title && ticket.description === input.description
    return created || isAsWritten ? { number: ticket.number } : filedBefore(ticket.number)
  } catch (error) {
    if (isRefusal(error)) return { objections: { [fieldOf(error.field)]: error.message } }
    log.error({ err: briefError(error) }, 'a ticket from Slack could not be stored')
    return broken
  }
}

const slow: Outcome = {
  objections: {
    title: 'The desk is slow right now. Press the button again in a moment: it is filed only once.',
  },
}

const broken: Outcome = {
  objections: {
    title: 'The desk cannot store it right now. Nothing is lost: press the button again in a moment.',
  },
}

/** Somebody was told that the desk is slow, and wrote something else while it was filing what they had sent. */
const filedBefore = (number: number): Outcome => ({
  objections: {
    description: `It is filed already, as #${number}, as you first sent it. Reply in its thread to add something.`,
  },
})

function answersOf({ state }: ViewOutput): Record<string, string | undefined> {
  const given = modalFields.map((field) => {
    const element = state.values[field]?.[answer]
    return [field, element?.selected_option?.value ?? element?.value ?? undefined] as const
  })
  return {
    title: '',
    description: '',
    ...Object.fromEntries(given.filter(([, value]) => value !== undefined)),
  }
}

/** The first objection to each field. */
const objectionsTo = (error: ZodError): Outcome => ({
  objections: Object.fromEntries(
    error.issues.map((issue) => [fieldOf(issue.path[0]), issue.message]).reverse(),
  ),
})

const fieldOf = (name: PropertyKey | undefined): ModalField =>
  modalFields.find((field) => field === name) ?? 'title'
