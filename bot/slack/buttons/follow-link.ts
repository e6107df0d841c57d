import type { Middleware, SlackActionMiddlewareArgs } from '@slack/bolt'

/** The browser opens the link by itself. Slack reports the click too and expects an acknowledgement. */
export const onLinkFollowed: Middleware<SlackActionMiddlewareArgs> = async ({ ack }) => ack()
