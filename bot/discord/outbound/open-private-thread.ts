import { type APIThreadChannel, ChannelType, Routes } from 'discord-api-types/v10'
import { RefusedByProvider } from '../../../core/provider-errors.ts'
import type { Ticket } from '../../../core/tickets/ticket.ts'
import { isThreadNameOf } from '../views/headline.ts'
import type { Calls } from './calls.ts'
import { withName } from './name-thread.ts'

const aWeekInMinutes = 10_080

type Wanted = { guildId: string; parent: string; ticket: Ticket; person: string; mayExist: boolean }

/** People choose that channel by typing in it, so a refusal there is not a mistake in the desk's set-up. */
const channelKind = 'direct' as const

/**
 * Opens a private thread with the ticket's requester under the channel in which they filed it, or finds the one of an
 * earlier try.
 * @returns null where Discord allows none, e.g. in a channel of another kind or without the permission
 */
export async function openPrivateThread(calls: Calls, wanted: Wanted): Promise<string | null> {
  try {
    const thread =
      (wanted.mayExist && (await findThread(calls, wanted))) || (await createThread(calls, wanted))
    await calls.call('put', Routes.threadMembers(thread, wanted.person), { channelKind })
    return thread
  } catch (error) {
    if (error instanceof RefusedByProvider) return null
    throw error
  }
}

const createThread = (calls: Calls, { parent, ticket }: Wanted): Promise<string> =>
  withName(ticket, async (name) => {
    const type = ChannelType.PrivateThread
    const body = { name, type, invitable: false, auto_archive_duration: aWeekInMinutes }
    const { id } = await calls.call<APIThreadChannel>('post', Routes.threads(parent), { body, channelKind })
    return id
  })

async function findThread(calls: Calls, { guildId, parent, ticket }: Wanted): Promise<string | undefined> {
  const { threads } = await calls.call<{ threads: APIThreadChannel[] }>(
    'get',
    Routes.guildActiveThreads(guildId),
    { channelKind },
  )
  return threads.find(
    ({ type, parent_id, name }) =>
      type === ChannelType.PrivateThread && parent_id === parent && isThreadNameOf(ticket, name ?? ''),
  )?.id
}
