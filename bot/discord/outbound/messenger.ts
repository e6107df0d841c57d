import { type APIMessage, Routes } from 'discord-api-types/v10'
import type { Log } from '../../../core/log.ts'
import type { DiscordMessenger } from '../../../core/notifications/messengers/discord-messenger.ts'
import type { Sending } from '../../../core/notifications/messengers/sending.ts'
import { ignoreRefusal } from '../../../core/provider-errors.ts'
import type { Ticket } from '../../../core/tickets/ticket.ts'
import type { SimilarOnCard } from '../../../core/triage/similar/similar-on-card.ts'
import { callOnDutyMessage } from '../views/call-on-duty.ts'
import { cardMessage } from '../views/card.ts'
import { activeThreads } from './active-threads.ts'
import { createCalls } from './calls.ts'
import { createDeskChannel } from './desk-channel.ts'
import { createDirectMessages } from './direct-messages.ts'
import { createFileSide } from './files.ts'
import { nameThread, openThread } from './name-thread.ts'
import { nonceOf, oldestIdAt } from './once.ts'
import { postOnce } from './post-once.ts'
import { reactOnDiscord } from './react.ts'
import { createRequesterSide } from './requester-side.ts'
import { reviseComment } from './revise-comment.ts'
import { createTicketPosts } from './ticket-posts.ts'
import { unarchiveThread } from './unarchive-thread.ts'
import { updateTicket } from './update-ticket.ts'

export type DiscordMessengerOptions = {
  token: string
  guildId: string
  channelId: string
  /** id of the role that is pinged where nobody could be assigned */
  onDutyRole?: string | undefined
  apiUrl?: string | undefined
  appUrl: string
  /** finds the duplicates of a ticket, for its card */
  duplicatesOf: (ticket: string) => Promise<Pick<Ticket, 'number'>[]>
  /** finds the similar tickets that all moderators may see, for its card; left out: none */
  similarTo?: (ticket: Ticket) => Promise<SimilarOnCard[]>
  log: Log
}

/** For up to 10 MB over a slow line. */
const uploadDeadlineMs = 60_000

/**
 * Sends the messages of background work to Discord. It uses only REST, so it works in processes without a gateway
 * connection.
 */
export function createDiscordMessenger({
  token,
  guildId,
  channelId,
  onDutyRole,
  apiUrl,
  appUrl,
  duplicatesOf,
  similarTo = async () => [],
  log,
}: DiscordMessengerOptions): DiscordMessenger {
  const calls = createCalls({ token, apiUrl, log })
  const channel = createDeskChannel(calls, channelId, log)
  const direct = createDirectMessages(calls, guildId)
  const cardOf = async (ticket: Ticket) =>
    cardMessage(ticket, appUrl, ...(await Promise.all([duplicatesOf(ticket._id), similarTo(ticket)])))
  const posts = createTicketPosts(calls, { channel, channelId, guildId, appUrl, cardOf })

  const callFor = (role: string, ticket: Ticket, thread: string, sending: Sending) => {
    const body = { ...callOnDutyMessage(ticket, role), nonce: nonceOf('call-on-duty', sending) }
    return {
      ...{
        channel: thread,
        body,
        plain: body,
        sending,
        since: oldestIdAt(ticket.createdAt),
      },
      isIt: ({ content }: APIMessage) => content.startsWith(`<@&${role}>`),
    }
  }

  return {
    ...posts,
    openThread: async (ticket, headline) =>
      (await channel.forum()) ? headline : openThread(calls, channelId, ticket, headline, log),
    update: (ticket, at) =>
      updateTicket(calls, { channel, appUrl, duplicatesOf, similarTo, log }, ticket, at),
    async nameThread(ticket, thread) {
      await nameThread(calls, ticket, await unarchiveThread(calls, thread, { unlock: false }), log)
    },
    async addToThread(discordUser, thread) {
      await calls.call('put', Routes.threadMembers(thread, discordUser), { thread })
    },
    callOnDuty: onDutyRole
      ? (ticket, thread, sending) => postOnce(calls, callFor(onDutyRole, ticket, thread, sending))
      : null,
    activeThreads: () => activeThreads(calls, { guildId, channelId }),
    async archiveThread(thread) {
      await calls.call('patch', Routes.channel(thread), { body: { archived: true } })
    },
    async removeHeadline(headline) {
      if (await channel.forum()) return
      const route = Routes.channelMessage(channelId, headline)
      await calls.call('delete', route, { channelKind: 'desk' }).catch(ignoreRefusal)
    },
    reviseComment: (comment, thread, message, shown) =>
      reviseComment(calls, comment, { thread, message, ...shown }),
    react: (reaction, channel, message) => reactOnDiscord(calls, reaction, { channel, message }, log),
    ...createRequesterSide(calls, { guildId, appUrl, directChannelOf: direct.directChannelOf }),
    ...createFileSide(calls, createCalls({ token, apiUrl, log, deadlineMs: uploadDeadlineMs })),
    sendDirect: direct.sendDirect,
    updateDirect: direct.updateDirect,
  }
}
