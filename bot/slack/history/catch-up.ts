import { setTimeout as sleep } from 'node:timers/promises'
import type { webApi } from '@slack/bolt'
import type { GenericMessageEvent } from '@slack/types'
import type { Desk } from '../../../core/desk.ts'
import { RetryLater } from '../../../core/provider-errors.ts'
import type { IncomingMessage } from '../events/read-message.ts'
import { providerErrorOf } from '../outbound/provider-error.ts'
import { missedInThread } from './missed-in-thread.ts'

/** Longer threads are not read: nobody could tell what was deleted in them. */
const maxPages = 5
const pageSize = 200
const maxComments = 1_000

/** The requester's thread, and the moderators'. */
const places = ['slack', 'slackModerators'] as const

type Reading = {
  desk: Pick<Desk, 'tickets' | 'comments' | 'now'>
  client: webApi.WebClient
  team: string
  take: (message: IncomingMessage) => Promise<unknown>
  moderatorsChannel?: string | undefined
  signal: AbortSignal
}

/**
 * Reads the threads of tickets that are not closed, and takes what was written, edited and deleted while the desk was
 * away. Slack itself repeats events for five minutes only. It waits as long as Slack asks for.
 * @param since ms since 1970
 */
export async function catchUp(reading: Reading, since: number): Promise<void> {
  const { desk, signal, take, team } = reading
  for (const { _id, surfaces } of await desk.tickets.inSlack())
    for (const place of places) {
      if (signal.aborted) return
      const card = surfaces[place]
      if (!card || (place === 'slackModerators' && card.channel !== reading.moderatorsChannel)) continue
      const { channel, ts } = card
      const messages = await readThread(reading, channel, ts)
      if (!messages) continue
      const visibilities = ['public', 'internal'] as const
      const comments = await desk.comments.list({ ticket: _id, visibilities, limit: maxComments })
      const missed = missedInThread({ place, channel, team, messages }, comments, {
        since,
        now: desk.now().getTime(),
      })
      for (const message of missed) await take(message)
    }
}

/** @returns the replies, oldest first. Null: the card is gone, or the thread is too long */
async function readThread(reading: Reading, channel: string, ts: string) {
  const replies: GenericMessageEvent[] = []
  let cursor: string | undefined
  for (let page = 0; page < maxPages; page++) {
    const at = { channel, ts, limit: pageSize, ...(cursor ? { cursor } : {}) }
    const read = await patiently(reading, () => reading.client.conversations.replies(at))
    if (!read) return null
    // The client's types of what it reads and of what it receives differ.
    replies.push(...((read.messages ?? []) as GenericMessageEvent[]).filter((message) => message.ts !== ts))
    cursor = read.response_metadata?.next_cursor
    if (!cursor) return replies
  }
  return null
}

/** @returns null when Slack refuses for good, or the desk stops */
async function patiently<T>({ signal }: Reading, call: () => Promise<T>): Promise<T | null> {
  while (!signal.aborted) {
    try {
      return await call()
    } catch (error) {
      const failure = providerErrorOf(error)
      if (!(failure instanceof RetryLater)) return null
      await sleep(failure.afterMs, undefined, { signal, ref: false }).catch(() => undefined)
    }
  }
  return null
}
