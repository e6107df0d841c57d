import {
  type APIMessage,
  type APIThreadChannel,
  type RESTPostAPIChannelMessageJSONBody,
  Routes,
} from 'discord-api-types/v10'
import type { Sending } from '../../../core/notifications/messengers/sending.ts'
import { GoneAtProvider, ignoreRefusal, TextRefused } from '../../../core/provider-errors.ts'
import type { Ticket } from '../../../core/tickets/ticket.ts'
import { isThreadNameOf, namelessThread } from '../views/headline.ts'
import type { Calls } from './calls.ts'
import type { DeskChannel } from './desk-channel.ts'
import { tagsOf } from './forum-tags.ts'
import { withName } from './name-thread.ts'
import { notPosted, withoutRefusedText } from './post-once.ts'

const aWeekInMinutes = 10_080

type Body = RESTPostAPIChannelMessageJSONBody
type InForum = { calls: Calls; channel: DeskChannel; guildId: string }

/**
 * Posts the ticket in the forum unless an earlier try did. Its card is the post's first message, whose id is the post's.
 * @param plain the card without what people wrote @returns the id of both
 */
export async function postInForum(
  { calls, channel, guildId }: InForum,
  ticket: Ticket,
  { card, plain, sending }: { card: Body; plain: Body; sending: Sending },
): Promise<string> {
  const earlier = sending.mayExist ? await findPost({ calls, channel, guildId }, ticket) : undefined
  if (earlier) return earlier
  if (sending.onlyFind) throw notPosted()
  const post = async (name: string, message: Body) => {
    const forum = (await channel.forum()) ?? { tags: [], requiresTag: false }
    const applied_tags = tagsOf(ticket, forum)
    const body = { name, message, applied_tags, auto_archive_duration: aWeekInMinutes }
    const made = await calls
      .call<APIThreadChannel>('post', Routes.threads(channel.id), { body, channelKind: 'desk' })
      .catch((error: unknown) => {
        // It may be the tag that Discord refuses, because somebody has deleted it.
        if (error instanceof TextRefused) channel.forget()
        throw error
      })
    return made.id
  }
  return withName(ticket, (name) =>
    withoutRefusedText(
      () => post(name, card),
      () => post(name, plain),
    ),
  )
}

async function findPost({ calls, channel, guildId }: InForum, ticket: Ticket): Promise<string | undefined> {
  const route = Routes.guildActiveThreads(guildId)
  const { threads } = await calls.call<{ threads: APIThreadChannel[] }>('get', route, { channelKind: 'desk' })
  for (const { id, parent_id, name } of threads) {
    if (parent_id !== channel.id || !(isThreadNameOf(ticket, name ?? '') || name === namelessThread)) continue
    const first = await firstMessage(calls, id)
    if (first?.author.bot && first.embeds.some(({ title }) => title?.startsWith(`#${ticket.number} `)))
      return id
  }
  return undefined
}

/** The message that a post began with. Null when somebody has deleted it. */
export const firstMessage = (calls: Calls, post: string): Promise<APIMessage | null> =>
  calls.call<APIMessage>('get', Routes.channelMessage(post, post)).catch((error: unknown) => {
    if (error instanceof GoneAtProvider && error.what === 'message') return null
    throw error
  })

/** Gives the ticket's post its tags, unless it has them. A thread of another channel has none. */
export async function tagPost(
  calls: Calls,
  channel: DeskChannel,
  ticket: Ticket,
  { id, parent_id, applied_tags = [] }: APIThreadChannel,
): Promise<void> {
  const forum = parent_id === channel.id ? await channel.forum() : null
  if (!forum) return
  const wanted = tagsOf(ticket, forum, applied_tags)
  if (wanted.length === applied_tags.length && wanted.every((tag) => applied_tags.includes(tag))) return
  await calls
    .call('patch', Routes.channel(id), { body: { applied_tags: wanted }, thread: id })
    .catch((error: unknown) => {
      if (error instanceof TextRefused) channel.forget()
      return ignoreRefusal(error)
    })
}
