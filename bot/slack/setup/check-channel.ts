import type { ConversationsInfoResponse, WebClient } from '@slack/web-api'
import type { Finding } from '../../../core/finding.ts'
import { refusalCodeOf } from '../outbound/provider-error.ts'

type Channel = NonNullable<ConversationsInfoResponse['channel']>

const variable = 'SLACK_MODERATORS_CHANNEL_ID'

/**
 * What is wrong with the moderators' channel.
 * @param id absent: there is none @throws when Slack can't be reached
 */
export async function channelFindings(client: WebClient, id: string | undefined): Promise<Finding[]> {
  if (!id) return []
  try {
    const { channel = {} } = await client.conversations.info({ channel: id })
    return findingsIn(channel)
  } catch (error) {
    const code = refusalCodeOf(error)
    if (!code) throw error
    return code === 'channel_not_found' ? [notFound] : [unknown(code)]
  }
}

/** What is wrong with a channel as Slack describes it, the worst first. */
export function findingsIn(channel: Channel): Finding[] {
  if (channel.is_archived) return [archived]
  return [
    ...(channel.is_member === false ? [notMember] : []),
    ...(channel.is_ext_shared ? [shared] : []),
    ...(channel.is_private === false ? [open] : []),
  ]
}

const notFound: Finding = {
  level: 'problem',
  text: `the app sees no channel with the id in ${variable}`,
  remedy: 'Check the id, and type /invite @deskbridge in the channel if it is private',
}

const archived: Finding = {
  level: 'problem',
  text: 'the moderators’ channel is archived',
  remedy: `Unarchive it, or set ${variable} to another channel`,
}

const notMember: Finding = {
  level: 'problem',
  text: 'the app is not in the moderators’ channel',
  remedy: 'Type /invite @deskbridge there',
}

const shared: Finding = {
  level: 'advice',
  text: 'people of another company are in the moderators’ channel and read every ticket',
  remedy: 'Use a channel that is not shared',
}

const open: Finding = {
  level: 'advice',
  text: 'everybody in the workspace can read the moderators’ channel, and with it every ticket',
  remedy: 'Make the channel private, for moderators alone',
}

const unknown = (code: string): Finding => ({
  level: 'advice',
  text: `Slack does not describe the moderators’ channel (${code})`,
  remedy: 'Add the scopes channels:read and groups:read and install the app again',
})
