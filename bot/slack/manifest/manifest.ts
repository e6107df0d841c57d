import { ticketCommand } from '../commands/ticket.ts'
import { ticketsCommand } from '../commands/tickets.ts'
import { appHomeOpenedEvent } from '../events/app-home-opened.ts'
import { appMentionEvent } from '../events/app-mention.ts'
import { reactionRemovedEvent } from '../events/comment-reaction.ts'
import { directMessageEvent } from '../events/direct-message.ts'
import { moderatorsChannelEvents } from '../events/moderators-note.ts'
import { reactionAddedEvent } from '../events/ticket-reaction.ts'
import { fileTicketShortcut } from '../shortcuts/file-ticket.ts'
import { newTicketShortcut } from '../shortcuts/new-ticket.ts'
import { sendShortcut } from '../shortcuts/send-to-requester.ts'
import type { Manifest } from './manifest-types.ts'
import { scopes } from './scopes.ts'

/**
 * The app's manifest, made from the definitions that the handlers use.
 * @param requestUrl where Slack sends requests, e.g. "https://desk.example.com/slack/events". Omit it for Socket Mode.
 */
export function slackManifest({ requestUrl }: { requestUrl?: string } = {}): Manifest {
  const url = requestUrl ? { url: requestUrl } : {}
  const request = requestUrl ? { request_url: requestUrl } : {}
  return {
    _metadata: { major_version: 1, minor_version: 1 },
    display_information: {
      name: 'Deskbridge',
      description: 'File tickets with the support desk and get answers without leaving Slack',
    },
    features: {
      app_home: { home_tab_enabled: true, messages_tab_enabled: true, messages_tab_read_only_enabled: false },
      bot_user: { display_name: 'deskbridge', always_online: true },
      shortcuts: [newTicketShortcut, fileTicketShortcut, sendShortcut],
      slash_commands: [ticketCommand, ticketsCommand].map((command) => ({ ...command, ...url })),
    },
    oauth_config: { scopes: { bot: [...scopes] } },
    settings: {
      event_subscriptions: {
        bot_events: [
          appHomeOpenedEvent,
          appMentionEvent,
          directMessageEvent,
          ...moderatorsChannelEvents,
          reactionAddedEvent,
          reactionRemovedEvent,
        ],
        ...request,
      },
      interactivity: { is_enabled: true, ...request },
      org_deploy_enabled: false,
      socket_mode_enabled: !requestUrl,
      token_rotation_enabled: false,
    },
  }
}
