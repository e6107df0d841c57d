import { DiscordAPIError, RateLimitError } from 'discord.js'
import { type APIThreadChannel, Routes } from 'discord-api-types/v10'
import type { Log } from '../../../core/log.ts'
import { RetryThisLater, TextRefused } from '../../../core/provider-errors.ts'
import type { Ticket } from '../../../core/tickets/ticket.ts'
import { threadNames } from '../views/headline.ts'
import type { Calls } from './calls.ts'
import { providerErrorOf } from './provider-error.ts'

const aWeekInMinutes = 10_080
const threadExists = 160_004
const maxMs = 10 * 60_000

/**
 * Tries the ticket's names for its thread until Discord takes one. Some servers refuse names with certain words, and a
 * number can be such a word.
 * @throws TextRefused when it takes none
 */
export async function withName<T>(ticket: Ticket, attempt: (name: string) => Promise<T>): Promise<T> {
  const [first, ...others] = threadNames(ticket)
  let result = attempt(first)
  for (const name of others)
    result = result.catch((error: unknown) => {
      if (!(error instanceof TextRefused)) throw error
      return attempt(name)
    })
  return result
}

/** Opens the ticket's thread, or finds the one that exists. @returns its id */
export const openThread = (calls: Calls, channelId: string, ticket: Ticket, headline: string, log: Log) =>
  withName(ticket, async (name) => {
    try {
      const body = { name, auto_archive_duration: aWeekInMinutes }
      const thread = await calls.bare<APIThreadChannel>('post', Routes.threads(channelId, headline), { body })
      return thread.id
    } catch (error) {
      // A message has at most one thread, and the thread has the message's id.
      if (error instanceof DiscordAPIError && error.code === threadExists) return headline
      throw providerErrorOf(error, 'desk', log)
    }
  })

/**
 * Gives the thread its current name. Discord allows two new names in ten minutes.
 * @throws RetryThisLater while Discord allows no new name
 */
export async function nameThread(
  calls: Calls,
  ticket: Ticket,
  { id, name: current }: Pick<APIThreadChannel, 'id' | 'name'>,
  log: Log,
): Promise<void> {
  const rename = async (name: string) => {
    if (name === current) return
    await calls.bare('patch', Routes.channel(id), { body: { name } }).catch((error: unknown) => {
      throw renamingError(error, log)
    })
  }
  // A thread whose name can't be changed is still of use.
  await withName(ticket, rename).catch((error: unknown) => {
    if (!(error instanceof TextRefused)) throw error
  })
}

/** The limit is the thread's own. Other calls need not wait for it. */
function renamingError(error: unknown, log: Log): Error {
  const known = providerErrorOf(error, undefined, log)
  if (!(error instanceof RateLimitError)) return known
  return new RetryThisLater('Discord allows no new thread name yet', Math.min(error.retryAfter, maxMs))
}
