import { type APIChannel, type APIMessage, Routes } from 'discord-api-types/v10'
import type { Log } from '../../../core/log.ts'
import type { DiscordMessenger, Sending } from '../../../core/notifications/messengers.ts'
import type { Notice } from '../../../core/notifications/notice.ts'
import { ignoreRefusal } from '../../../core/provider-errors.ts'
import type { Comment } from '../../../core/tickets/comments/comment.ts'
import type { Ticket } from '../../../core/tickets/ticket.ts'
import type { SimilarOnCard } from '../../../core/triage/similar/similar-on-card.ts'
import { callOnDutyMessage } from '../views/call-on-duty.ts'
import { cardMessage, plainCard } from '../views/card.ts'
import { commentMessages, partNumberOf, plainComment } from '../views/comment.ts'
import { asPlainPost, asPost } from '../views/forum-post.ts'
import { headlineMessage, headlinePrefix, plainHeadline } from '../views/headline.ts'
import { noticeMessage, plainNotice, statusParts } from '../views/notice.ts'
import { plainResolution, resolutionMessage } from '../views/resolution.ts'
import { activeThreads } from './active-threads.ts'
import { createCalls } from './calls.ts'
import { createDeskChannel } from './desk-channel.ts'
import { createFileSide } from './files.ts'
import { firstMessage, postInForum } from './forum-post.ts'
import { nameThread, openThread } from './name-thread.ts'
import { nonceOf, oldestIdAt } from './once.ts'
import { postOnce } from './post-once.ts'
import { reactOnDiscord } from './react.ts'
import { createRequesterSide } from './requester-side.ts'
import { reviseComment } from './revise-comment.ts'
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
  const directChannels = new Map<string, string>()

  async function directChannelOf(person: string): Promise<string> {
    const known = directChannels.get(person)
    if (known) return known
    const { id } = await calls.call<APIChannel>('post', Routes.userChannels(), {
      body: { recipient_id: person },
      channelKind: 'direct',
    })
    directChannels.set(person, id)
    return id
  }

  const channel = createDeskChannel(calls, channelId, log)

  const cardOf = async (ticket: Ticket) =>
    cardMessage(ticket, appUrl, ...(await Promise.all([duplicatesOf(ticket._id), similarTo(ticket)])))

  /** In a forum, the ticket's post stands for its headline. */
  const postHeadline = async (ticket: Ticket, sending: Sending) => {
    if (!(await channel.forum())) return postLine(ticket, sending)
    return postInForum({ calls, channel, guildId }, ticket, {
      card: asPost(await cardOf(ticket), ticket),
      plain: asPlainPost(plainCard(ticket, appUrl), ticket),
      sending,
    })
  }

  const postLine = (ticket: Ticket, sending: Sending) =>
    postOnce(calls, {
      channel: channelId,
      channelKind: 'desk',
      body: { ...headlineMessage(ticket), nonce: nonceOf('headline', sending) },
      plain: { ...plainHeadline(ticket), nonce: nonceOf('headline', sending) },
      sending,
      since: oldestIdAt(ticket.createdAt),
      isIt: ({ content }) => content.startsWith(headlinePrefix(ticket)),
    })

  /** A forum's post begins with the card. It is posted again only where somebody has deleted it. */
  const postCard = async (ticket: Ticket, thread: string, sending: Sending) => {
    const isFirst = (await channel.forum()) !== null && (await firstMessage(calls, thread)) !== null
    return isFirst ? thread : postCardBelow(ticket, thread, sending)
  }

  const postCardBelow = async (ticket: Ticket, thread: string, sending: Sending) =>
    postOnce(calls, {
      channel: thread,
      body: {
        ...(await cardOf(ticket)),
        nonce: nonceOf('card', sending),
      },
      plain: { ...plainCard(ticket, appUrl), nonce: nonceOf('card', sending) },
      sending,
      since: oldestIdAt(ticket.createdAt),
      isIt: ({ embeds }) => embeds.some(({ title }) => title?.startsWith(`#${ticket.number} `)),
    })

  /** @returns the id of the first message */
  async function postComment(comment: Comment, thread: string, sending: Sending, alert?: string) {
    let first: string | undefined
    for (const [part, body] of commentMessages(comment, { alert }).entries()) {
      const nonce = nonceOf(part > 0 ? `comment:${part}` : 'comment', sending)
      const id = await postOnce(calls, {
        channel: thread,
        body: { ...body, nonce },
        plain: { ...plainComment(comment, part, { alert }), nonce },
        sending,
        since: oldestIdAt(comment.createdAt),
        isIt: ({ embeds }) => embeds.some((embed) => partNumberOf(embed, comment) === part),
      })
      first ??= id
    }
    return first ?? ''
  }

  async function sendDirect(
    notice: Parameters<DiscordMessenger['sendDirect']>[0],
    to: string,
    sending: Sending,
    ticket?: Ticket,
  ) {
    const nonce = nonceOf('direct', sending)
    const mark = `Deskbridge · ${nonce.slice(0, 8)}`
    return postOnce(calls, {
      channel: await directChannelOf(to),
      channelKind: 'direct',
      body: { ...noticeMessage(notice, mark), ...following(notice, ticket), nonce },
      plain: { ...plainNotice(notice, mark), nonce },
      sending,
      since: undefined,
      isIt: ({ embeds }) => embeds.some(({ footer }) => footer?.text === mark),
    })
  }

  const following = (notice: Notice, ticket: Ticket | undefined) =>
    ticket ? statusParts(notice, ticket, guildId) : {}

  const postResolution = (ticket: Ticket, thread: string, sending: Sending) =>
    postOnce(calls, {
      channel: thread,
      body: { ...resolutionMessage(ticket), nonce: nonceOf('resolution', sending) },
      plain: { ...plainResolution(ticket), nonce: nonceOf('resolution', sending) },
      sending,
      since: oldestIdAt(ticket.resolution?.at ?? ticket.createdAt),
      isIt: ({ embeds }) =>
        embeds.some(
          ({ timestamp }) =>
            timestamp !== undefined && Date.parse(timestamp) === ticket.resolution?.at.getTime(),
        ),
    })

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
    postHeadline,
    openThread: async (ticket, headline) =>
      (await channel.forum()) ? headline : openThread(calls, channelId, ticket, headline, log),
    postCard,
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
    postComment,
    reviseComment: (comment, thread, message, shown) =>
      reviseComment(calls, comment, { thread, message, ...shown }),
    react: (reaction, channel, message) => reactOnDiscord(calls, reaction, { channel, message }, log),
    ...createRequesterSide(calls, { guildId, appUrl, directChannelOf }),
    postResolution,
    ...createFileSide(calls, createCalls({ token, apiUrl, log, deadlineMs: uploadDeadlineMs })),
    sendDirect,
    async updateDirect(notice, to, message, ticket) {
      const route = Routes.channelMessage(await directChannelOf(to), message)
      await calls.call('patch', route, {
        body: statusParts(notice, ticket, guildId),
        channelKind: 'direct',
      })
    },
  }
}
