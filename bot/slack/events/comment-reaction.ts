import type { AllMiddlewareArgs, SlackEventMiddlewareArgs } from '@slack/bolt'
import { isRefusal } from '../../../core/errors.ts'
import { retryIdempotent } from '../../../core/retry-idempotent.ts'
import { react } from '../../../core/tickets/comments/react.ts'
import type { InOrder, SlackDependencies } from '../dependencies.ts'
import type { BotEvent } from '../manifest/manifest-types.ts'
import { emojiOfReaction } from '../text/emoji-of-reaction.ts'

export const reactionRemovedEvent = 'reaction_removed' satisfies BotEvent

type Arguments = AllMiddlewareArgs & SlackEventMiddlewareArgs<'reaction_added' | 'reaction_removed'>

/** Lets the other side see a reaction to a message in a ticket's thread, the requester's or the moderators'. Custom emoji exist only on Slack. */
export const onCommentReaction =
  (deps: Pick<SlackDependencies, 'desk' | 'log' | 'moderatorsChannel'> & InOrder) =>
  ({ event, body, context }: Arguments) =>
    deps.inOrder(event.item.channel, async () => {
      const { desk } = deps
      const { user, item, reaction, type, event_ts } = event
      const emoji = emojiOfReaction(reaction)
      if (!emoji || user === context.botUserId) return
      const follow = async () => {
        const person = await desk.users.findBySlack(body.team_id, user)
        await react(desk, person?.active ? person : null, {
          ...{ place: placeOf(deps, item.channel), channel: item.channel, message: item.ts },
          ...{ by: user, emoji, isAdded: type === 'reaction_added' },
          at: Math.round(Number(event_ts) * 1_000_000),
        })
      }
      try {
        await retryIdempotent(follow, (error) =>
          deps.log.warn({ err: error }, 'A reaction in Slack is handled again'),
        )
      } catch (error) {
        if (!isRefusal(error)) throw error
      }
    })

const placeOf = ({ moderatorsChannel }: Pick<SlackDependencies, 'moderatorsChannel'>, channel: string) =>
  channel === moderatorsChannel ? 'slackModerators' : 'slack'
