import type { BlockAction, ButtonAction, Middleware, SlackActionMiddlewareArgs } from '@slack/bolt'
import { isRefusal } from '../../../core/errors.ts'
import { resolveTicket } from '../../../core/tickets/resolve-ticket.ts'
import type { SlackDependencies } from '../dependencies.ts'
import { postEphemeral } from '../outbound/post-ephemeral.ts'
import { handleOf, resolveActor } from '../resolve-actor.ts'

/** "Mark as solved" on the requester's card. The resolution's outbox entry updates the card. */
export const onSolved =
  ({ desk, log }: SlackDependencies): Middleware<SlackActionMiddlewareArgs<BlockAction<ButtonAction>>> =>
  async ({ ack, action, body, client }) => {
    let refusal: string | null = null
    try {
      const user = await resolveActor(desk, handleOf(body), body.user.username)
      await resolveTicket(desk, user, {
        id: action.value ?? '',
        surface: 'slack',
        resolution: 'Marked as solved by the requester',
      })
    } catch (error) {
      if (!isRefusal(error)) throw error
      refusal = error.message
    }
    await ack()
    if (refusal && body.channel)
      await postEphemeral(
        client,
        { channel: body.channel.id, user: body.user.id, thread: body.message?.ts },
        refusal,
        log,
      )
  }
