import type { createWorkspace } from './create-workspace.ts'
import {
  appMentionEvent,
  mentionsApp,
  messageChangedEvent,
  messageDeletedEvent,
  messageEvent,
  reactionEvent,
  type SlackEvent,
} from './events.ts'
import type { SlackContext } from './methods/method.ts'
import type { createDelivery } from './transport/deliver.ts'
import type { Channel } from './workspace.ts'

type Options = {
  workspace: ReturnType<typeof createWorkspace>
  delivery: Pick<ReturnType<typeof createDelivery>, 'event'>
  changed: () => void
}

/** What the app is told of, where it is a member. */
export function createAppEvents({ workspace, delivery, changed }: Options): SlackContext['appEvents'] {
  const tell = (channel: Channel, event: SlackEvent) => {
    if (channel.members.has(workspace.app.botUserId)) delivery.event(event)
    changed()
  }
  return {
    posted: (channel, message) => {
      tell(channel, messageEvent(workspace, channel, message))
      // Slack sends no app_mention from direct messages.
      if (!channel.isIm && mentionsApp(workspace, message))
        tell(channel, appMentionEvent(workspace, channel, message))
    },
    changed: (channel, message, before) =>
      tell(channel, messageChangedEvent(workspace, channel, message, before)),
    deleted: (channel, before) => tell(channel, messageDeletedEvent(workspace, channel, before)),
    reacted: (channel, message, userId, name) =>
      tell(channel, reactionEvent(workspace, 'reaction_added', { channel, message, userId, name })),
    unreacted: (channel, message, userId, name) =>
      tell(channel, reactionEvent(workspace, 'reaction_removed', { channel, message, userId, name })),
    homeOpened: (channel, user, view) =>
      tell(channel, {
        type: 'app_home_opened',
        user,
        channel: channel.id,
        tab: 'home',
        event_ts: workspace.nextTs(),
        ...(view && { view }),
      }),
  }
}
