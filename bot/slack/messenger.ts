import { WebClient } from '@slack/web-api'
import type { Log } from '../../core/log.ts'
import type { Sending, SlackMessenger, SlackPlace } from '../../core/notifications/messengers.ts'
import { RefusedByProvider, RetryLater } from '../../core/provider-errors.ts'
import type { SlackHandle } from '../../core/users/handles/handles.ts'
import { boltLog } from './bolt-log.ts'
import { clientOptions } from './client-options.ts'
import { findInConversation, findInThread } from './find-sent.ts'
import { isMisconfigured, providerErrorOf, refusalCodeOf } from './provider-error.ts'
import { marked } from './sent-message.ts'
import { commentWords } from './views/comment.ts'
import { noticeWords } from './views/notice.ts'
import { ticketCard } from './views/ticket-card.ts'
import type { Words } from './views/words.ts'

export type SlackMessengerOptions = { botToken: string; apiUrl?: string; appUrl: string; log: Log }

type Place =
  | { channel: string }
  | { channel: string; thread_ts: string }
  | { channel: string; thread_ts: string; reply_broadcast: true }

/**
 * All that the desk says on Slack unasked. Each message carries its key as metadata, and where an earlier try may
 * have got through it is looked for first.
 */
export function createSlackMessenger({
  botToken,
  apiUrl,
  appUrl,
  log,
}: SlackMessengerOptions): SlackMessenger {
  const client = new WebClient(botToken, clientOptions(apiUrl, boltLog(log)))

  async function asked<T>(call: () => Promise<T>): Promise<T> {
    try {
      return await call()
    } catch (error) {
      const code = refusalCodeOf(error)
      if (code && isMisconfigured(code))
        log.error({ code }, 'Slack refuses the app: check its token and scopes')
      throw error instanceof RefusedByProvider || error instanceof RetryLater ? error : providerErrorOf(error)
    }
  }

  async function post(place: Place, words: Words, key: string) {
    const extras = { metadata: marked(key), unfurl_links: false, unfurl_media: false }
    const { ts } = await client.chat.postMessage({ ...place, ...words, ...extras })
    if (!ts) throw new RetryLater('Slack: chat.postMessage gave no ts', 5_000)
    return ts
  }

  async function conversationWith({ user }: SlackHandle) {
    const { channel } = await client.conversations.open({ users: user })
    if (!channel?.id) throw new RetryLater('Slack: conversations.open gave no channel', 5_000)
    return channel.id
  }

  async function inThread(words: Words, card: SlackPlace, { key, mayExist }: Sending, alsoOutside: boolean) {
    const sent = mayExist ? await findInThread(client, card, key) : null
    const thread = { channel: card.channel, thread_ts: card.ts }
    return sent ?? post(alsoOutside ? { ...thread, reply_broadcast: true } : thread, words, key)
  }

  return {
    profileOf: (handle) => asked(() => profileOf(client, handle)),

    postCard: (ticket, to, { key, mayExist }) =>
      asked(async () => {
        const channel = await conversationWith(to)
        const sent = mayExist ? await findInConversation(client, channel, key) : null
        return { channel, ts: sent ?? (await post({ channel }, ticketCard(ticket, appUrl), key)) }
      }),

    updateCard: (ticket, { channel, ts }) =>
      asked(async () => {
        await client.chat.update({ channel, ts, ...ticketCard(ticket, appUrl) })
      }),

    postComment: (comment, card, sending) =>
      asked(() => inThread(commentWords(comment), card, sending, false)),

    reviseComment: (comment, { channel }, ts) =>
      asked(async () => {
        if (comment.deleted) await client.chat.delete({ channel, ts })
        else await client.chat.update({ channel, ts, ...commentWords(comment) })
      }),

    postNotice: (notice, card, sending) => asked(() => inThread(noticeWords(notice), card, sending, true)),

    sendDirect: (notice, to, { key, mayExist }) =>
      asked(async () => {
        const channel = await conversationWith(to)
        const sent = mayExist ? await findInConversation(client, channel, key) : null
        return sent ?? post({ channel }, noticeWords(notice), key)
      }),
  }
}

/**
 * The address is taken only when Slack says that it is confirmed: it decides which account somebody gets, so a
 * missing `is_email_confirmed` counts as no.
 */
async function profileOf(client: WebClient, { user: id }: SlackHandle) {
  const { user } = await client.users.info({ user: id })
  const email = user?.is_email_confirmed === true ? user.profile?.email : undefined
  const name = user?.profile?.real_name || user?.real_name || user?.name || id
  return { email: email || null, name: name.trim().slice(0, 80) || id }
}
