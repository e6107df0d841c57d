import type { BlockAction, ButtonAction, Middleware, SlackActionMiddlewareArgs } from '@slack/bolt'
import { isRefusal } from '../../../core/errors.ts'
import { resolveTicket } from '../../../core/tickets/resolve-ticket.ts'
import type { SlackDependencies } from '../dependencies.ts'
import { postEphemeral } from '../outbound/post-ephemeral.ts'
import { activeUser, handleOf } from '../resolve-actor.ts'

/** "Solved, close it" on the requester's card. The card is redrawn by what the resolution owes. */
export const onSolved =
  ({ desk, log }: SlackDependencies): Middleware<SlackActionMiddlewareArgs<BlockAction<ButtonAction>>> =>
  async ({ ack, action, body, client }) => {
    let refusal: string | null = null
    try {
      const user = await activeUser(desk, handleOf(body), body.user.username)
      await resolveTicket(desk, user, {
        id: action.value ?? '',
        surface: 'slack',
        resolution: 'Solved, says the requester.',
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
