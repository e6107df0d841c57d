import { WebClient } from '@slack/web-api'
import { LRUCache } from 'lru-cache'
import type { Log } from '../../../core/log.ts'
import type { Sending } from '../../../core/notifications/messengers/sending.ts'
import type { SlackMessenger, SlackPlace } from '../../../core/notifications/messengers/slack-messenger.ts'
import { NotSentYet, RefusedByProvider, RetryLater, RetryThisLater } from '../../../core/provider-errors.ts'
import type { SlackHandle } from '../../../core/users/handles/handles.ts'
import { boltLog } from '../connection/bolt-log.ts'
import { clientOptions } from '../connection/client-options.ts'
import type { MessageContent } from '../views/blocks.ts'
import { ticketCard } from '../views/cards/ticket-card.ts'
import { commentMessage } from '../views/comment.ts'
import { fileLinks } from '../views/file-links.ts'
import { filedNotice } from '../views/filed-notice.ts'
import { directMessage, noticeMessage } from '../views/notice.ts'
import { openSlackFile } from './files.ts'
import { findInConversation, findInThread } from './find-sent.ts'
import { keyMetadata } from './message-key.ts'
import { createModeratorsMessenger, type SimilarTo } from './moderators-channel.ts'
import { createPace } from './pace.ts'
import { profileOf } from './profile-of.ts'
import { isMisconfigured, neededScope, providerErrorOf, refusalCodeOf } from './provider-error.ts'
import { reactOnSlack } from './react.ts'
import { removeShownFiles, showFilesOnce } from './show-files.ts'

/**
 * @property moderatorsChannel id of the moderators' channel; absent: there is none
 * @property similarTo for cards in the moderators' channel; absent: they name none
 * @property messagesPerSecond in one channel; default: 1, as Slack allows
 */
export type SlackMessengerOptions = {
  botToken: string
  apiUrl?: string | undefined
  moderatorsChannel?: string | undefined
  similarTo?: SimilarTo
  appUrl: string
  messagesPerSecond?: number
  log: Log
}

const conversationsKeptMs = 60 * 60_000

const notPosted = () => new RefusedByProvider('It was deleted before it was posted')

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
  moderatorsChannel,
  similarTo = async () => [],
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
    { key, mayExist, onlyFind }: Sending,
    alsoInConversation: boolean,
  ) {
    const sent = mayExist ? await findInThread(client, card, key) : null
    if (!sent && onlyFind) throw notPosted()
    const thread = { channel: card.channel, thread_ts: card.ts }
    return sent ?? post(alsoInConversation ? { ...thread, reply_broadcast: true } : thread, content, key)
  }

  return {
    moderators: moderatorsChannel
      ? createModeratorsMessenger(moderatorsChannel, {
          ...{ client, appUrl, similarTo, withProviderErrors, post },
          postInThread: (content, card, sending) => postInThread(content, card, sending, false),
        })
      : null,

    profileOf: (handle) => withProviderErrors(() => profileOf(client, handle)),

    postCard: (card, to, { key, mayExist, onlyFind }) =>
      withProviderErrors(async () => {
        const channel = await conversationWith(to)
        const sent = mayExist ? await findInConversation(client, channel, key) : null
        if (!sent && onlyFind) throw notPosted()
        return { channel, ts: sent ?? (await post({ channel }, ticketCard(card, appUrl), key)) }
      }),

    updateCard: (card, { channel, ts }) =>
      withProviderErrors(async () => {
        await client.chat.update({ channel, ts, ...ticketCard(card, appUrl) })
      }),

    postComment: (comment, card, sending) =>
      withProviderErrors(() => postInThread(commentMessage(comment), card, sending, false)),

    reviseComment: (comment, { channel }, ts, reactions) =>
      withProviderErrors(async () => {
        if (comment.deleted) await client.chat.delete({ channel, ts })
        else await client.chat.update({ channel, ts, ...commentMessage(comment, reactions) })
      }),

    react: (reaction, { channel }, ts) =>
      withProviderErrors(() => reactOnSlack(client, reaction, channel, ts)),

    postNotice: (notice, card, sending) =>
      withProviderErrors(() => postInThread(noticeMessage(notice), card, sending, true)),

    postFiledNotice: (ticket, thread, sending) =>
      withProviderErrors(() => postInThread(filedNotice(ticket), thread, sending, false)),

    openFile: (from) => withProviderErrors(() => openSlackFile(client, { botToken, apiUrl }, from)),

    postFiles: (files, card, sending) =>
      withProviderErrors(() =>
        showFilesOnce({ client, inTurn }, { files, card }, sending, (links) =>
          postInThread(fileLinks(links), card, sending, false).catch(afterFiles),
        ),
      ),

    removeFiles: (posted, card) => removeShownFiles(client, posted, card, withProviderErrors),

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

/** The files themselves may be shown already, so the next try has to look. */
function afterFiles(error: unknown): never {
  throw error instanceof NotSentYet ? new RetryThisLater(error.message, error.afterMs) : error
}
