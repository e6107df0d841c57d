import { createHash } from 'node:crypto'
import { DiscordAPIError } from 'discord.js'
import {
  type APIChannel,
  type APIMessage,
  type APIThreadChannel,
  type RESTPostAPIChannelMessageJSONBody,
  Routes,
} from 'discord-api-types/v10'
import type { Log } from '../../../core/log.ts'
import type { DiscordMessenger, Sending } from '../../../core/notifications/messengers.ts'
import type { Comment } from '../../../core/tickets/comments/comment.ts'
import type { Ticket } from '../../../core/tickets/ticket.ts'
import { snowflakeAt } from '../snowflake.ts'
import { cardMessage } from '../views/card.ts'
import { commentMessages, partShown } from '../views/comment.ts'
import { headlineMark, headlineMessage, threadName } from '../views/headline.ts'
import { noticeMessage } from '../views/notice.ts'
import { type Calls, createCalls } from './calls.ts'
import { findSent } from './find-sent.ts'
import { providerErrorOf } from './provider-error.ts'
import { reviseComment } from './revise-comment.ts'
import { updateTicket } from './update-ticket.ts'

export type DiscordMessengerOptions = {
  token: string
  guildId: string
  channelId: string
  apiUrl?: string | undefined
  appUrl: string
  /** finds the duplicates of a ticket, for its card */
  duplicatesOf: (ticket: string) => Promise<Pick<Ticket, 'number'>[]>
  log: Log
}

const aWeekInMinutes = 10_080
const threadExists = 160_004
/** How far the clocks of the desk and Discord may differ. */
const clockSkewMs = 5 * 60_000

/** Discord allows 25 characters. It compares nonces across channels, so the kind of message is part of the hash. */
const nonceOf = (kind: string, { key }: Sending) =>
  createHash('sha256').update(`${kind}:${key}`).digest('hex').slice(0, 24)

/**
 * Sends the messages of background work to Discord. It uses only REST, so it works in processes without a gateway
 * connection.
 */
export function createDiscordMessenger({
  token,
  channelId,
  apiUrl,
  appUrl,
  duplicatesOf,
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

  const postHeadline = (ticket: Ticket, sending: Sending) =>
    postOnce(calls, {
      channel: channelId,
      channelKind: 'desk',
      body: { ...headlineMessage(ticket), nonce: nonceOf('headline', sending) },
      mayExist: sending.mayExist,
      since: sinceDate(ticket.createdAt),
      isIt: ({ content }) => content.startsWith(headlineMark(ticket)),
    })

  async function openThread(ticket: Ticket, headline: string): Promise<string> {
    try {
      const body = { name: threadName(ticket), auto_archive_duration: aWeekInMinutes }
      const thread = await calls.bare<APIThreadChannel>('post', Routes.threads(channelId, headline), { body })
      return thread.id
    } catch (error) {
      // A message has at most one thread, and the thread has the message's id.
      if (error instanceof DiscordAPIError && error.code === threadExists) return headline
      throw providerErrorOf(error, 'desk', log)
    }
  }

  const postCard = async (ticket: Ticket, thread: string, sending: Sending) =>
    postOnce(calls, {
      channel: thread,
      body: {
        ...cardMessage(ticket, appUrl, await duplicatesOf(ticket._id)),
        nonce: nonceOf('card', sending),
      },
      mayExist: sending.mayExist,
      since: sinceDate(ticket.createdAt),
      isIt: ({ embeds }) => embeds.some(({ title }) => title?.startsWith(`#${ticket.number} `)),
    })

  /** @returns the id of the first message */
  async function postComment(comment: Comment, thread: string, sending: Sending, alert?: string) {
    let first: string | undefined
    for (const [part, body] of commentMessages(comment, { alert }).entries()) {
      const id = await postOnce(calls, {
        channel: thread,
        body: { ...body, nonce: nonceOf(part > 0 ? `comment:${part}` : 'comment', sending) },
        mayExist: sending.mayExist,
        since: sinceDate(comment.createdAt),
        isIt: ({ embeds }) => embeds.some((embed) => partShown(embed, comment) === part),
      })
      first ??= id
    }
    return first ?? ''
  }

  async function sendDirect(
    notice: Parameters<DiscordMessenger['sendDirect']>[0],
    to: string,
    sending: Sending,
  ) {
    const nonce = nonceOf('direct', sending)
    const mark = `Deskbridge · ${nonce.slice(0, 8)}`
    return postOnce(calls, {
      channel: await directChannelOf(to),
      channelKind: 'direct',
      body: { ...noticeMessage(notice, mark), nonce },
      mayExist: sending.mayExist,
      since: undefined,
      isIt: ({ embeds }) => embeds.some(({ footer }) => footer?.text === mark),
    })
  }

  return {
    postHeadline,
    openThread,
    postCard,
    update: (ticket, at) => updateTicket(calls, { channelId, appUrl, duplicatesOf, log }, ticket, at),
    postComment,
    reviseComment: (comment, thread, message) => reviseComment(calls, comment, { thread, message }),
    sendDirect,
  }
}

const sinceDate = (date: Date) => snowflakeAt(date.getTime() - clockSkewMs)

type Posting = {
  channel: string
  channelKind?: 'desk' | 'direct'
  body: RESTPostAPIChannelMessageJSONBody
  mayExist: boolean
  since: string | undefined
  isIt: (message: APIMessage) => boolean
}

/** Posts a message unless an earlier try posted it. @returns the message's id */
async function postOnce(calls: Calls, { channel, channelKind, body, mayExist, since, isIt }: Posting) {
  const earlier = mayExist ? await findSent(calls, { channel, since, isIt }) : null
  if (earlier) return earlier
  const { id } = await calls.call<APIMessage>('post', Routes.channelMessages(channel), {
    body: { ...body, enforce_nonce: true },
    ...(channelKind ? { channelKind } : {}),
  })
  return id
}
