import type { Middleware, SlackActionMiddlewareArgs } from '@slack/bolt'

/** A link button is followed by the browser, but Slack reports it too and wants an answer. */
export const onLinkOpened: Middleware<SlackActionMiddlewareArgs> = async ({ ack }) => ack()
