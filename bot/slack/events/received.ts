import type { webApi } from '@slack/bolt'
import type { InOrder, SlackDependencies } from '../dependencies.ts'
import type { ReadNamed } from '../text/find-names.ts'

/** @property read reads a message with the names of what it mentions */
export type MessageDependencies = SlackDependencies & { read: ReadNamed } & InOrder

/** What has an order of its own: a person's direct messages, or one thread of the moderators' channel. */
export const conversationOf = (
  { moderatorsChannel }: Pick<SlackDependencies, 'moderatorsChannel'>,
  { channel, thread }: { channel: string; thread: string | undefined },
) => (channel === moderatorsChannel ? `${channel}:${thread}` : channel)

/** How a message came: by event, or from the history. */
export type Received = {
  client: webApi.WebClient
  body: { team_id: string }
  context: { botUserId?: string; retryNum?: number }
}

/** Slack repeats an event three times: https://docs.slack.dev/apis/events-api#retries */
const lastRetry = 3

export const isLastTry = ({ context }: Pick<Received, 'context'>) => (context.retryNum ?? 0) >= lastRetry
