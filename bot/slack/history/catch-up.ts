import { setTimeout as sleep } from 'node:timers/promises'
import type { webApi } from '@slack/bolt'
import type { GenericMessageEvent } from '@slack/types'
import type { Desk } from '../../../core/desk.ts'
import { RetryLater } from '../../../core/provider-errors.ts'
import type { TicketInChat } from '../../../core/tickets/store/tickets-in-chat.ts'
import type { IncomingMessage } from '../events/read-message.ts'
import { providerErrorOf } from '../outbound/provider-error.ts'
import { missedInThread, missedOutsideThreads } from './missed-in-thread.ts'
import { followMissedReactions } from './missed-reactions.ts'
import { offerToFile } from './offer-to-file.ts'

/** Longer threads are not read: nobody could tell what was deleted in them. */
const maxPages = 5
const pageSize = 200
const maxComments = 1_000

type Reading = {
  desk: Desk
  client: webApi.WebClient
  team: string
  /** the app's own user */
  botUser: string | undefined
  take: (message: IncomingMessage) => Promise<unknown>
  moderatorsChannel?: string | undefined
  signal: AbortSignal
}

/**
 * Reads the threads of tickets that are not closed, and takes what was written, edited and deleted while the desk was
 * away, and the reactions of that time. What their requesters wrote to the app outside of threads is answered by an offer
 * to file it. Slack itself repeats events for five minutes only. It waits as long as Slack asks for.
 * @param since ms since 1970
 */
export async function catchUp(reading: Reading, since: number): Promise<void> {
  const tickets = await reading.desk.tickets.inChat('slack')
  for (const ticket of tickets) await readTicket(reading, ticket, 'slack', since)
  for (const ticket of await inModeratorsChannel(reading))
    await readTicket(reading, ticket, 'slackModerators', since)
  const channels = new Set(tickets.flatMap(({ surfaces }) => surfaces.slack?.channel ?? []))
  for (const channel of channels) await readOutside(reading, channel, since)
}

/** Leaves out tickets whose card is in a channel that was the moderators' before. */
async function inModeratorsChannel({ desk, moderatorsChannel }: Reading) {
  const tickets = moderatorsChannel ? await desk.tickets.inChat('slackModerators') : []
  return tickets.filter(({ surfaces }) => surfaces.slackModerators?.channel === moderatorsChannel)
}

/** @param place the requester's thread, or the moderators' */
async function readTicket(
  reading: Reading,
  { _id, surfaces, reactions }: TicketInChat,
  place: 'slack' | 'slackModerators',
  since: number,
) {
  const { desk, take, team, botUser } = reading
  const card = surfaces[place]
  if (!card) return
  const { channel, ts } = card
  const now = desk.now().getTime()
  const messages = await readThread(reading, channel, ts)
  if (!messages) return
  const visibilities = ['public', 'internal'] as const
  const comments = () => desk.comments.list({ ticket: _id, visibilities, limit: maxComments })
  const thread = { place, channel, team, messages }
  for (const message of missedInThread(thread, await comments(), { since, now }))
    await patiently(reading, () => take(message))
  await followMissedReactions(desk, await comments(), { thread, reactions, at: now, botUser })
}

/** Beyond the newest 1,000 messages of one person, nobody waits for an answer. */
async function readOutside(reading: Reading, channel: string, since: number) {
  const { client, team } = reading
  const from = { channel, oldest: (since / 1_000).toFixed(6), limit: pageSize }
  const { messages } = await readPages(reading, (cursor) =>
    client.conversations.history({ ...from, ...cursor }),
  )
  for (const { ts } of missedOutsideThreads({ channel, team, messages }, since))
    await patiently(reading, () => offerToFile(client, { channel, ts }))
}

/** @returns the replies, oldest first. Null: the card is gone, or the thread is too long */
async function readThread(reading: Reading, channel: string, ts: string) {
  const at = { channel, ts, limit: pageSize }
  const { messages, isWhole } = await readPages(reading, (cursor) =>
    reading.client.conversations.replies({ ...at, ...cursor }),
  )
  return isWhole ? messages.filter((message) => message.ts !== ts) : null
}

type Page = { messages?: object[]; response_metadata?: { next_cursor?: string } }

/** Reads up to five pages. @returns `isWhole`: there are no more, and Slack refused none */
async function readPages(reading: Reading, read: (cursor: { cursor?: string }) => Promise<Page>) {
  const messages: GenericMessageEvent[] = []
  let cursor: string | undefined
  for (let page = 0; page < maxPages; page++) {
    const answer = await patiently(reading, () => read(cursor ? { cursor } : {}))
    if (!answer) return { messages, isWhole: false }
    // The client's types of what it reads and of what it receives differ.
    messages.push(...((answer.messages ?? []) as GenericMessageEvent[]))
    cursor = answer.response_metadata?.next_cursor
    if (!cursor) return { messages, isWhole: true }
  }
  return { messages, isWhole: false }
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
