import { sentence } from '../../../core/text/sentence.ts'
import { assign } from '../../../core/tickets/actions/assign.ts'
import { perform } from '../../../core/tickets/actions/perform.ts'
import { referenceTo } from '../../../core/tickets/change.ts'
import { listAssignees } from '../../../core/triage/list-assignees.ts'
import { answerPresser, type Press } from '../buttons/answer-presser.ts'
import type { SlackDependencies } from '../dependencies.ts'
import { readFormContext } from '../form-context.ts'
import type { ButtonHandler, FormHandler } from '../handlers.ts'
import { performAs } from '../perform-as.ts'
import { readTicketValue } from '../ticket-value.ts'
import { assigneeField, assignForm, maxOffered } from '../views/forms/assign-form.ts'
import { isInModal, openModal } from './open-modal.ts'
import { submitForm } from './submit-form.ts'

/** Offers the people to whom whoever pressed may give the ticket. */
export const onAssignAsked =
  (deps: SlackDependencies): ButtonHandler =>
  async ({ ack, action, ...press }) => {
    await ack()
    const { desk, log } = deps
    const { body, client, respond } = press
    const ticket = readTicketValue(action.value)
    const outcome = await performAs(deps, body, ticket.id, async (actor) => {
      const assignee = (await desk.tickets.find(ticket.id))?.assignee?.id
      const people = await listAssignees(desk, actor, { id: ticket.id, limit: maxOffered })
      return people.filter(({ id }) => id !== assignee)
    })
    const answer = (words: Parameters<typeof answerPresser>[1]) => answerPresser(press as Press, words, log)
    if ('refusal' in outcome) return answer(outcome.refusal)
    if (outcome.value.length === 0) return answer(sentence`There is nobody else to give it to.`)
    const form = assignForm(ticket, outcome.value, body.view?.private_metadata)
    await openModal(client, body.trigger_id, form, { respond, log, over: isInModal(body) })
  }

export const onAssignSubmitted =
  (deps: SlackDependencies): FormHandler =>
  ({ ack, body, view, client }) => {
    const { ticket: id, home } = readFormContext(view.private_metadata)
    const assignee = view.state.values[assigneeField]?.[assigneeField]?.selected_option?.value ?? ''
    return submitForm(
      deps,
      { ack, body, client, ticket: id, home, field: assigneeField, title: 'Assign' },
      async (actor) => {
        const ticket = await perform(deps.desk, actor, assign, { id, surface: 'slack', input: { assignee } })
        return sentence`${referenceTo(ticket)} is assigned to ${ticket.assignee?.name ?? 'them'}.`
      },
    )
  }
