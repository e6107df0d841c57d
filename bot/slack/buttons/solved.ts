import type { BlockAction, ButtonAction, Middleware, SlackActionMiddlewareArgs } from '@slack/bolt'
import { isRefusal } from '../../../core/errors.ts'
import type { Sentence } from '../../../core/text/sentence.ts'
import { perform } from '../../../core/tickets/actions/perform.ts'
import { resolve } from '../../../core/tickets/actions/resolve.ts'
import type { SlackDependencies } from '../dependencies.ts'
import { postEphemeral } from '../outbound/post-ephemeral.ts'
import { handleOf, resolveActor } from '../resolve-actor.ts'

/** Handles "Mark as solved" on the requester's card. The outbox entry of the resolution updates the card. */
export const onSolved =
  ({ desk, log }: SlackDependencies): Middleware<SlackActionMiddlewareArgs<BlockAction<ButtonAction>>> =>
  async ({ ack, action, body, client }) => {
    let refusal: Sentence | null = null
    try {
      const user = await resolveActor(desk, handleOf(body), body.user.username)
      await perform(desk, user, resolve, {
        id: action.value ?? '',
        surface: 'slack',
        input: { resolution: 'Marked as solved by the requester' },
      })
    } catch (error) {
      if (!isRefusal(error)) throw error
      refusal = error.words
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
