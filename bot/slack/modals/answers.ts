import { sentence } from '../../../core/text/sentence.ts'
import { referenceTo } from '../../../core/tickets/change.ts'
import { changeAnswers, readTicketToAnswer } from '../../../core/tickets/change-answers.ts'
import { readTicket } from '../../../core/tickets/read-tickets.ts'
import { answerPresser, type Press } from '../buttons/answer-presser.ts'
import type { SlackDependencies } from '../dependencies.ts'
import { readFormContext } from '../form-context.ts'
import type { ButtonHandler, FormHandler } from '../handlers.ts'
import { performAs } from '../perform-as.ts'
import { readTicketValue } from '../ticket-value.ts'
import { answersForm, askedBy } from '../views/forms/answers-form.ts'
import { isInModal, openModal } from './open-modal.ts'
import { answersIn } from './read-answers.ts'
import { submitForm } from './submit-form.ts'

/** Opens the form with the answers of the ticket. */
export const onAnswersAsked =
  (deps: SlackDependencies): ButtonHandler =>
  async ({ ack, action, ...press }) => {
    await ack()
    const { desk, log } = deps
    const { body, client, respond } = press
    const { id } = readTicketValue(action.value)
    const seenAt = desk.now().getTime()
    const outcome = await performAs(deps, body, id, (actor) => readTicketToAnswer(desk, actor, id))
    if ('refusal' in outcome) return answerPresser(press as Press, outcome.refusal, log)
    const form = answersForm(outcome.value, { home: body.view?.private_metadata, seenAt })
    await openModal(client, body.trigger_id, form, { respond, log, over: isInModal(body) })
  }

/** Stores the answers. What is wrong is said at its field. */
export const onAnswersSubmitted =
  (deps: SlackDependencies): FormHandler =>
  ({ ack, body, view, client }) => {
    const { ticket: id, home, seenAt } = readFormContext(view.private_metadata)
    const blocks = view.blocks.flatMap(({ block_id }) => block_id ?? [])
    return submitForm(
      deps,
      {
        ...{ ack, body, client, ticket: id, home, title: 'Answers' },
        field: blocks[0] ?? '',
        blockOf: (field) => blocks.find((block) => `fields.${block.split(':').at(-1)}` === field),
      },
      async (actor) => {
        const ticket = await readTicket(deps.desk, actor, id)
        const typed = answersIn(view.state, askedBy(ticket))
        const asked = { id, surface: 'slack' as const, typed, seenAt: new Date(seenAt ?? Date.now()) }
        const answered = await changeAnswers(deps.desk, actor, asked)
        return sentence`The answers for ${referenceTo(answered)} are saved.`
      },
    )
  }
