import { WebClient } from '@slack/web-api'
import { LRUCache } from 'lru-cache'
import type { Log } from '../../../core/log.ts'
import type {
  OutgoingFile,
  Sending,
  SlackMessenger,
  SlackPlace,
} from '../../../core/notifications/messengers.ts'
import {
  ignoreRefusal,
  NotSentYet,
  RefusedByProvider,
  RetryLater,
  RetryThisLater,
} from '../../../core/provider-errors.ts'
import type { SlackHandle } from '../../../core/users/handles/handles.ts'
import { boltLog } from '../connection/bolt-log.ts'
import { clientOptions } from '../connection/client-options.ts'
import type { MessageContent } from '../views/blocks.ts'
import { commentMessage } from '../views/comment.ts'
import { fileLinks } from '../views/file-links.ts'
import { filedNotice } from '../views/filed-notice.ts'
import { directMessage, noticeMessage } from '../views/notice.ts'
import { ticketCard } from '../views/ticket-card.ts'
import { openSlackFile, readPosted, uploadToSlack, writePosted } from './files.ts'
import { filesInThread, findInConversation, findInThread } from './find-sent.ts'
import { keyMetadata } from './message-key.ts'
import { createPace } from './pace.ts'
import { profileOf } from './profile-of.ts'
import { isMisconfigured, neededScope, providerErrorOf, refusalCodeOf } from './provider-error.ts'
import { reactOnSlack } from './react.ts'

/** @property messagesPerSecond in one channel; default: 1, as Slack allows */
export type SlackMessengerOptions = {
  botToken: string
  apiUrl?: string
  appUrl: string
  messagesPerSecond?: number
  log: Log
}

const conversationsKeptMs = 60 * 60_000

type Destination =
  | { channel: string }
  | { channel: string; thread_ts: string }
  | { channel: string; thread_ts: string; reply_broadcast: true }

/**
 * Sends the messages of background work to Slack. Each message carries its key as metadata. When an earlier try may
 * have succeeded, the messenger first looks for that message.
 */
export function createSlackMessenger({
  botToken,
  apiUrl,
  appUrl,
  messagesPerSecond = 1,
  log,
}: SlackMessengerOptions): SlackMessenger {
  const client = new WebClient(botToken, clientOptions(apiUrl, boltLog(log)))
  const inTurn = createPace({ perSecond: messagesPerSecond })
  const conversations = new LRUCache<string, string>({ max: 10_000, ttl: conversationsKeptMs })

  async function withProviderErrors<T>(call: () => Promise<T>): Promise<T> {
    try {
      return await call()
    } catch (error) {
      const code = refusalCodeOf(error)
      if (code && isMisconfigured(code))
        log.error({ code, needed: neededScope(error) }, 'Slack rejects the app. Check its token and scopes.')
      throw error instanceof RefusedByProvider || error instanceof RetryLater ? error : providerErrorOf(error)
    }
  }

  async function post(to: Destination, content: MessageContent, key: string) {
    const extras = { metadata: keyMetadata(key), mrkdwn: false, unfurl_links: false, unfurl_media: false }
    const { ts } = await inTurn(to.channel, () => client.chat.postMessage({ ...to, ...content, ...extras }))
    if (!ts) throw new RetryLater('Slack: chat.postMessage returned no ts', 5_000)
    return ts
  }

  async function conversationWith({ user }: SlackHandle) {
    const known = conversations.get(user)
    if (known) return known
    const { channel } = await client.conversations.open({ users: user })
    if (!channel?.id) throw new RetryLater('Slack: conversations.open returned no channel', 5_000)
    conversations.set(user, channel.id)
    return channel.id
  }

  async function postInThread(
    content: MessageContent,
    card: SlackPlace,
    { key, mayExist }: Sending,
    alsoInConversation: boolean,
  ) {
    const sent = mayExist ? await findInThread(client, card, key) : null
    const thread = { channel: card.channel, thread_ts: card.ts }
    return sent ?? post(alsoInConversation ? { ...thread, reply_broadcast: true } : thread, content, key)
  }

  return {
    profileOf: (handle) => withProviderErrors(() => profileOf(client, handle)),

    postCard: (card, to, { key, mayExist }) =>
      withProviderErrors(async () => {
        const channel = await conversationWith(to)
        const sent = mayExist ? await findInConversation(client, channel, key) : null
        return { channel, ts: sent ?? (await post({ channel }, ticketCard(card, appUrl), key)) }
      }),

    updateCard: (card, { channel, ts }) =>
      withProviderErrors(async () => {
        await client.chat.update({ channel, ts, ...ticketCard(card, appUrl) })
      }),

    postComment: (comment, card, sending) =>
      withProviderErrors(() => postInThread(commentMessage(comment), card, sending, false)),

    reviseComment: (comment, { channel }, ts) =>
      withProviderErrors(async () => {
        if (comment.deleted) await client.chat.delete({ channel, ts })
        else await client.chat.update({ channel, ts, ...commentMessage(comment) })
      }),

    react: (reaction, { channel }, ts) =>
      withProviderErrors(() => reactOnSlack(client, reaction, channel, ts)),

    postNotice: (notice, card, sending) =>
      withProviderErrors(() => postInThread(noticeMessage(notice), card, sending, true)),

    postFiledNotice: (ticket, thread, sending) =>
      withProviderErrors(() => postInThread(filedNotice(ticket), thread, sending, false)),

    openFile: (from) => withProviderErrors(() => openSlackFile(client, { botToken, apiUrl }, from)),

    postFiles: (files, card, sending) =>
      withProviderErrors(async () => {
        const sent = sending.mayExist ? await filesInThread(client, card) : []
        const idOf = (file: OutgoingFile) =>
          sent.find(({ name, size }) => name === file.name && size === file.size)?.id
        const uploaded = await uploadToSlack(
          client,
          files.filter((file) => !idOf(file)),
          card,
          inTurn,
        )
        const ids = files.flatMap((file) => idOf(file) ?? uploaded.get(file) ?? [])
        const links = files.filter((file) => !idOf(file) && !uploaded.has(file))
        const postLinks = () =>
          postInThread(fileLinks(links), card, sending, false).catch(afterOthers(uploaded))
        const message = links.length > 0 ? await postLinks() : null
        return writePosted({ ids, message })
      }),

    async removeFiles(posted, { channel }) {
      const { ids, message } = readPosted(posted)
      for (const file of ids)
        await withProviderErrors(() => client.files.delete({ file })).catch(ignoreRefusal)
      if (message) await withProviderErrors(() => client.chat.delete({ channel, ts: message }))
    },

    sendDirect: (notice, to, { key, mayExist }, about) =>
      withProviderErrors(async () => {
        const channel = await conversationWith(to)
        const content = directMessage(notice, about, appUrl)
        if (about?.thread)
          return postInThread(content, { channel, ts: about.thread }, { key, mayExist }, true)
        const sent = mayExist ? await findInConversation(client, channel, key) : null
        return sent ?? post({ channel }, content, key)
      }),

    updateDirect: (notice, to, ts, about) =>
      withProviderErrors(async () => {
        const channel = await conversationWith(to)
        await client.chat.update({ channel, ts, ...directMessage(notice, about, appUrl) })
      }),
  }
}

/** Where other files were shown before, the next try has to look for them. */
const afterOthers = (shown: Map<unknown, unknown>) => (error: unknown) => {
  const isPartlySent = error instanceof NotSentYet && shown.size > 0
  throw isPartlySent ? new RetryThisLater(error.message, error.afterMs) : error
}
