import type { Middleware, SlackEventMiddlewareArgs } from '@slack/bolt'
import type { SlackDependencies } from '../dependencies.ts'
import type { BotEvent } from '../manifest/manifest-types.ts'
import { postEphemeral } from '../outbound/post-ephemeral.ts'
import { mentionOffer } from '../views/file-offer.ts'
import { sharedChannel } from '../views/not-filed.ts'

export const appMentionEvent = 'app_mention' satisfies BotEvent

/** Offers to file a message that mentions the app in a channel, to its author alone. */
export const onAppMention =
  ({ log }: Pick<SlackDependencies, 'log'>): Middleware<SlackEventMiddlewareArgs<'app_mention'>> =>
  async ({ event, body, client }) => {
    const { user, channel, ts, thread_ts: thread } = event
    if (!user || event.bot_id || event.edited) return
    const content = body.is_ext_shared_channel ? sharedChannel : mentionOffer(ts)
    await postEphemeral(client, { channel, user, thread }, content, log)
  }
