import { Routes } from 'discord-api-types/v10'
import type {
  DiscordMessenger,
  RequesterPlace,
} from '../../../core/notifications/messengers/discord-messenger.ts'
import { commentMessages, partNumberOf, plainComment } from '../views/comment.ts'
import { noticeMessage, plainNotice } from '../views/notice.ts'
import { plainRequesterCard, requesterCard } from '../views/requester-card.ts'
import type { Calls } from './calls.ts'
import { nonceOf, oldestIdAt } from './once.ts'
import { openPrivateThread } from './open-private-thread.ts'
import { postOnce, withoutRefusedText } from './post-once.ts'

type RequesterSide = Pick<
  DiscordMessenger,
  'openForRequester' | 'postRequesterCard' | 'updateRequesterCard' | 'postToRequester' | 'postNotice'
>

const placing = ({ channel, isDirect }: RequesterPlace) => ({
  channel,
  ...(isDirect ? { channelKind: 'direct' as const } : {}),
})

/** What the desk sends to a requester who filed their ticket on Discord. */
export function createRequesterSide(
  calls: Calls,
  {
    guildId,
    appUrl,
    directChannelOf,
  }: { guildId: string; appUrl: string; directChannelOf: (person: string) => Promise<string> },
): RequesterSide {
  return {
    async openForRequester(ticket, person, parent, sending) {
      const thread = parent
        ? await openPrivateThread(calls, { guildId, parent, ticket, person, mayExist: sending.mayExist })
        : null
      if (thread) return { channel: thread, isDirect: false }
      return { channel: await directChannelOf(person), isDirect: true }
    },
    postRequesterCard: (card, at, sending) =>
      postOnce(calls, {
        ...placing(at),
        body: { ...requesterCard(card, appUrl), nonce: nonceOf('requester-card', sending) },
        plain: { ...plainRequesterCard(card, appUrl), nonce: nonceOf('requester-card', sending) },
        sending,
        since: oldestIdAt(card.ticket.createdAt),
        isIt: ({ embeds }) => embeds.some(({ title }) => title?.startsWith(`#${card.ticket.number} `)),
      }),
    async updateRequesterCard(card, at, message) {
      const { channel, channelKind } = { channelKind: undefined, ...placing(at) }
      const patch = (body: object) =>
        calls.call('patch', Routes.channelMessage(channel, message), {
          body,
          channelKind,
          ...(at.isDirect ? {} : { thread: channel }),
        })
      await withoutRefusedText(
        () => patch(requesterCard(card, appUrl)),
        () => patch(plainRequesterCard(card, appUrl)),
      )
    },
    async postToRequester(comment, at, person, sending) {
      let first: string | undefined
      const extras = { alert: person, reader: 'requester' as const }
      for (const [part, body] of commentMessages(comment, extras).entries()) {
        const nonce = nonceOf(part > 0 ? `to-requester:${part}` : 'to-requester', sending)
        const id = await postOnce(calls, {
          ...placing(at),
          body: { ...body, nonce },
          plain: { ...plainComment(comment, part, extras), nonce },
          sending,
          since: oldestIdAt(comment.createdAt),
          isIt: ({ embeds }) => embeds.some((embed) => partNumberOf(embed, comment) === part),
        })
        first ??= id
      }
      return first ?? ''
    },
    postNotice(notice, thread, person, sending) {
      const nonce = nonceOf('notice', sending)
      const mark = `Deskbridge · ${nonce.slice(0, 8)}`
      const pinging = (message: ReturnType<typeof noticeMessage>) => ({
        ...message,
        content: `<@${person}> ${message.content}`,
        allowed_mentions: { users: [person] },
        nonce,
      })
      return postOnce(calls, {
        channel: thread,
        body: pinging(noticeMessage(notice, mark)),
        plain: pinging(plainNotice(notice, mark)),
        sending,
        since: undefined,
        isIt: ({ embeds }) => embeds.some(({ footer }) => footer?.text === mark),
      })
    },
  }
}
