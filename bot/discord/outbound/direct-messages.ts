import { type APIChannel, Routes } from 'discord-api-types/v10'
import type { Sending } from '../../../core/notifications/messengers/sending.ts'
import type { Notice } from '../../../core/notifications/notice.ts'
import type { Ticket } from '../../../core/tickets/ticket.ts'
import { noticeMessage, plainNotice, statusParts } from '../views/notice.ts'
import type { Calls } from './calls.ts'
import { nonceOf } from './once.ts'
import { postOnce } from './post-once.ts'

/** Direct messages, and the channel of each person for them. @param guildId the server of the tickets' threads */
export function createDirectMessages(calls: Calls, guildId: string) {
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

  /** @param ticket the ticket that the message follows; absent: none */
  async function sendDirect(notice: Notice, to: string, sending: Sending, ticket?: Ticket) {
    const nonce = nonceOf('direct', sending)
    const mark = `Deskbridge · ${nonce.slice(0, 8)}`
    return postOnce(calls, {
      channel: await directChannelOf(to),
      channelKind: 'direct',
      body: {
        ...noticeMessage(notice, mark),
        ...(ticket ? statusParts(notice, ticket, guildId) : {}),
        nonce,
      },
      plain: { ...plainNotice(notice, mark), nonce },
      sending,
      since: undefined,
      isIt: ({ embeds }) => embeds.some(({ footer }) => footer?.text === mark),
    })
  }

  /** Brings a sent message up to date. @param message its id */
  async function updateDirect(notice: Notice, to: string, message: string, ticket: Ticket) {
    const route = Routes.channelMessage(await directChannelOf(to), message)
    await calls.call('patch', route, {
      body: statusParts(notice, ticket, guildId),
      channelKind: 'direct',
    })
  }

  return { directChannelOf, sendDirect, updateDirect }
}
