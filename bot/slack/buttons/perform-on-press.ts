import type { BlockAction, ButtonAction, Middleware, SlackActionMiddlewareArgs } from '@slack/bolt'
import { isRefusal } from '../../../core/errors.ts'
import type { Sentence } from '../../../core/text/sentence.ts'
import type { TicketAction } from '../../../core/tickets/actions/action.ts'
import { perform } from '../../../core/tickets/actions/perform.ts'
import type { SlackDependencies } from '../dependencies.ts'
import { postEphemeral } from '../outbound/post-ephemeral.ts'
import { handleOf, resolveActor } from '../resolve-actor.ts'

/** Performs an action on the ticket that a button names. The outbox entries of the change update the card. */
export const performOnPress =
  <Input>(
    { desk, log }: SlackDependencies,
    ticketAction: TicketAction<Input>,
    input: Input,
  ): Middleware<SlackActionMiddlewareArgs<BlockAction<ButtonAction>>> =>
  async ({ ack, action, body, client }) => {
    let refusal: Sentence | null = null
    try {
      const user = await resolveActor(desk, handleOf(body), body.user.username)
      await perform(desk, user, ticketAction, { id: action.value ?? '', surface: 'slack', input })
    } catch (error) {
      if (!isRefusal(error)) throw error
      refusal = error.words
    }
    await ack()
    if (refusal && body.channel)
      await postEphemeral(
        client,
        { channel: body.channel.id, user: body.user.id, thread: body.message?.thread_ts ?? body.message?.ts },
        refusal,
        log,
      )
  }
