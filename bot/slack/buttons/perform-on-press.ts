import pTimeout from 'p-timeout'
import { sentence } from '../../../core/text/sentence.ts'
import type { TicketAction } from '../../../core/tickets/actions/action.ts'
import { perform } from '../../../core/tickets/actions/perform.ts'
import type { SlackDependencies } from '../dependencies.ts'
import type { ButtonHandler } from '../handlers.ts'
import { performAs } from '../perform-as.ts'
import { readTicketValue } from '../ticket-value.ts'
import { answerPresser, type Press } from './answer-presser.ts'
import { refreshAround } from './refresh-around.ts'

/** Slack shows its own error after 3 s. The work continues in the background, and its outcome follows. */
const answerWithinMs = 2_300

/**
 * Performs an action on the ticket that a button names. The outbox entries of the change update the cards.
 * @param options.confirms tells whoever pressed what was done
 */
export const performOnPress =
  <Input>(
    deps: SlackDependencies,
    ticketAction: TicketAction<Input>,
    input: Input,
    { confirms = false }: { confirms?: boolean } = {},
  ): ButtonHandler =>
  async ({ ack, action, ...press }) => {
    const { desk, log } = deps
    const ticket = readTicketValue(action.value)
    const { id } = ticket
    const work = performAs(deps, press.body, id, (actor) =>
      perform(desk, actor, ticketAction, { id, surface: 'slack', input }),
    )
    await pTimeout(work, { milliseconds: answerWithinMs, message: false })
    await ack()
    const answer = (words: Parameters<typeof answerPresser>[1]) => answerPresser(press as Press, words, log)
    const outcome = await work.catch(async (error) => {
      await answer(sentence`Something went wrong on our side. Try again in a minute.`)
      throw error
    })
    if ('refusal' in outcome) return answer(outcome.refusal)
    await refreshAround(deps, press as Press, outcome.actor, ticket)
    if (confirms)
      await answer(ticketAction.words.done?.(outcome.value) ?? sentence`${ticketAction.words.success}`)
  }
