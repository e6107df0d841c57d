import type { Workspace } from './create-workspace.ts'
import type { Delivery } from './transport/transport.ts'
import { type Channel, type Message, verificationToken } from './workspace.ts'

/** What happened, as the inner part of an event payload. */
export type SlackEvent = {
  type: string
  channel?: string
  channel_type?: string
  item?: { channel: string }
  [more: string]: unknown
}

/** An event in its outer envelope (https://docs.slack.dev/apis/events-api). */
export function eventCallback({ team, app, nextId, channels }: Workspace, event: SlackEvent): Delivery {
  const { channel, item } = event
  return {
    kind: 'events_api',
    payload: {
      token: verificationToken,
      team_id: team.id,
      api_app_id: app.id,
      event,
      type: 'event_callback',
      event_id: nextId('Ev'),
      event_time: Math.floor(Date.now() / 1000),
      authorizations: [
        {
          enterprise_id: null,
          team_id: team.id,
          user_id: app.botUserId,
          is_bot: true,
          is_enterprise_install: false,
        },
      ],
      is_ext_shared_channel: channels.get(item?.channel ?? channel ?? '')?.isShared ?? false,
      event_context: `4-${nextId('')}`,
    },
  }
}

const typeOf = ({ isIm, isPrivate }: Channel) => {
  if (isIm) return 'im'
  return isPrivate ? 'group' : 'channel'
}

const placed = (channel: Channel) => ({
  channel: channel.id,
  channel_type: typeOf(channel),
})

/** A bot's own post comes as a plain message too: no subtype, but bot_id and bot_profile. Metadata stays out. */
export function messageEvent({ app, team }: Workspace, channel: Channel, message: Message) {
  const { metadata: _, reactions: __, ...shown } = message
  const profile = { id: app.botId, app_id: app.id, name: 'Deskbridge', team_id: team.id, deleted: false }
  const root = channel.messages.find((one) => one.ts === message.thread_ts)
  return {
    ...shown,
    ...placed(channel),
    event_ts: message.ts,
    ...(message.bot_id && { bot_profile: profile }),
    ...(root && root.ts !== message.ts && { parent_user_id: root.user }),
  }
}

/** Whether a message mentions the app by `<@id>`. */
export const mentionsApp = ({ app }: Workspace, { text }: Pick<Message, 'text'>) =>
  text.includes(`<@${app.botUserId}>`) || text.includes(`<@${app.botUserId}|`)

/** The same content as a message's event, without `channel_type` (https://docs.slack.dev/reference/events/app_mention). */
export function appMentionEvent(workspace: Workspace, channel: Channel, message: Message) {
  const { channel_type: _, subtype: __, ...content } = messageEvent(workspace, channel, message)
  return { ...content, type: 'app_mention' }
}

export function messageChangedEvent(
  workspace: Workspace,
  channel: Channel,
  message: Message,
  before: Message,
) {
  const ts = workspace.nextTs()
  const { metadata: _, ...shown } = message
  const { metadata: __, ...previous } = before
  return {
    type: 'message',
    subtype: 'message_changed',
    message: shown,
    previous_message: previous,
    ...placed(channel),
    hidden: true,
    ts,
    event_ts: ts,
  }
}

export function messageDeletedEvent(workspace: Workspace, channel: Channel, before: Message) {
  const ts = workspace.nextTs()
  return {
    type: 'message',
    subtype: 'message_deleted',
    previous_message: before,
    deleted_ts: before.ts,
    ...placed(channel),
    hidden: true,
    ts,
    event_ts: ts,
  }
}

export function reactionEvent(
  workspace: Workspace,
  what: 'reaction_added' | 'reaction_removed',
  { channel, message, userId, name }: { channel: Channel; message: Message; userId: string; name: string },
) {
  return {
    type: what,
    user: userId,
    reaction: name,
    item: { type: 'message', channel: channel.id, ts: message.ts },
    item_user: message.user,
    event_ts: workspace.nextTs(),
  }
}

/** The event's name in a manifest's `bot_events`. */
export function subscriptionOf(event: SlackEvent): string {
  if (event.type !== 'message') return event.type
  return messageSubscriptions[event.channel_type ?? ''] ?? 'message.channels'
}

const messageSubscriptions: Record<string, string> = { im: 'message.im', group: 'message.groups' }
