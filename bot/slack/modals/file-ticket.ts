import type { Middleware, SlackViewMiddlewareArgs, ViewOutput, ViewSubmitAction } from '@slack/bolt'
import type { ZodError } from 'zod'
import { isRefusal } from '../../../core/errors.ts'
import { type NewTicketInput, newTicketSchema, openTicket } from '../../../core/tickets/open-ticket.ts'
import { briefError } from '../brief-error.ts'
import type { SlackDependencies } from '../dependencies.ts'
import { inTime } from '../in-time.ts'
import { answer, type ModalField, modalFields } from '../views/ticket-modal.ts'
import { activeUser, handleOf } from '../who.ts'

/** Words at the fields; empty when the ticket is filed and the form may close. */
type Objections = Partial<Record<ModalField, string>>

const answerWithinMs = 2_300

/** The form closes only when the database has the ticket; until then it stays open with all that was written. */
export const onTicketSubmitted =
  (deps: SlackDependencies): Middleware<SlackViewMiddlewareArgs<ViewSubmitAction>> =>
  async ({ ack, body, view }) => {
    const form = newTicketSchema.safeParse(answersOf(view))
    const objections = form.success
      ? await inTime(file(deps, body, form.data), answerWithinMs, slow)
      : objectionsTo(form.error)
    if (Object.keys(objections).length === 0) await ack()
    else await ack({ response_action: 'errors', errors: objections })
  }

async function file(
  { desk, log }: SlackDependencies,
  body: ViewSubmitAction,
  input: NewTicketInput,
): Promise<Objections> {
  try {
    const handle = handleOf(body)
    const user = await activeUser(desk, handle, body.user.name)
    const key = `slack:${handle.team}:${body.view.id}`
    const { ticket, created } = await openTicket(desk, user, { key, source: 'slack', input })
    const isAsWritten = ticket.title === input.title && ticket.description === input.description
    return created || isAsWritten ? {} : filedBefore(ticket.number)
  } catch (error) {
    if (isRefusal(error)) return { [fieldOf(error.field)]: error.message }
    log.error({ err: briefError(error) }, 'a ticket from Slack could not be stored')
    return {
      title: 'The desk cannot store it right now. Nothing is lost: press the button again in a moment.',
    }
  }
}

const slow: Objections = {
  title: 'The desk is slow right now. Press the button again in a moment: it is filed only once.',
}

/** Somebody was told that the desk is slow, and wrote something else while it was filing what they had sent. */
const filedBefore = (number: number): Objections => ({
  description: `It is filed already, as #${number}, as you first sent it. Reply in its thread to add something.`,
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
const objectionsTo = (error: ZodError): Objections =>
  Object.fromEntries(error.issues.map((issue) => [fieldOf(issue.path[0]), issue.message]).reverse())

const fieldOf = (name: PropertyKey | undefined): ModalField =>
  modalFields.find((field) => field === name) ?? 'title'
