import type { Sending } from '../../../core/notifications/messengers/sending.ts'
import type { Comment } from '../../../core/tickets/comments/comment.ts'
import type { Ticket } from '../../../core/tickets/ticket.ts'
import { type cardMessage, plainCard } from '../views/card.ts'
import { commentMessages, partNumberOf, plainComment } from '../views/comment.ts'
import { asPlainPost, asPost } from '../views/forum-post.ts'
import { headlineMessage, headlinePrefix, plainHeadline } from '../views/headline.ts'
import { plainResolution, resolutionMessage } from '../views/resolution.ts'
import type { Calls } from './calls.ts'
import type { DeskChannel } from './desk-channel.ts'
import { firstMessage, postInForum } from './forum-post.ts'
import { nonceOf, oldestIdAt } from './once.ts'
import { postOnce } from './post-once.ts'

type Options = {
  channel: DeskChannel
  channelId: string
  guildId: string
  appUrl: string
  cardOf: (ticket: Ticket) => Promise<ReturnType<typeof cardMessage>>
}

/** What is posted of a ticket, once each: its headline, or its post in a forum, the card, comments and the resolution. */
export function createTicketPosts(calls: Calls, { channel, channelId, guildId, appUrl, cardOf }: Options) {
  /** In a forum, the ticket's post stands for its headline. */
  const postHeadline = async (ticket: Ticket, sending: Sending) => {
    if (!(await channel.forum())) return postLine(ticket, sending)
    return postInForum({ calls, channel, guildId }, ticket, {
      card: asPost(await cardOf(ticket), ticket),
      plain: asPlainPost(plainCard(ticket, appUrl), ticket),
      sending,
    })
  }

  const postLine = (ticket: Ticket, sending: Sending) =>
    postOnce(calls, {
      channel: channelId,
      channelKind: 'desk',
      body: { ...headlineMessage(ticket), nonce: nonceOf('headline', sending) },
      plain: { ...plainHeadline(ticket), nonce: nonceOf('headline', sending) },
      sending,
      since: oldestIdAt(ticket.createdAt),
      isIt: ({ content }) => content.startsWith(headlinePrefix(ticket)),
    })

  /** A forum's post begins with the card. It is posted again only where somebody has deleted it. */
  const postCard = async (ticket: Ticket, thread: string, sending: Sending) => {
    const isFirst = (await channel.forum()) !== null && (await firstMessage(calls, thread)) !== null
    return isFirst ? thread : postCardBelow(ticket, thread, sending)
  }

  const postCardBelow = async (ticket: Ticket, thread: string, sending: Sending) =>
    postOnce(calls, {
      channel: thread,
      body: {
        ...(await cardOf(ticket)),
        nonce: nonceOf('card', sending),
      },
      plain: { ...plainCard(ticket, appUrl), nonce: nonceOf('card', sending) },
      sending,
      since: oldestIdAt(ticket.createdAt),
      isIt: ({ embeds }) => embeds.some(({ title }) => title?.startsWith(`#${ticket.number} `)),
    })

  /** @returns the id of the first message */
  async function postComment(comment: Comment, thread: string, sending: Sending, alert?: string) {
    let first: string | undefined
    for (const [part, body] of commentMessages(comment, { alert }).entries()) {
      const nonce = nonceOf(part > 0 ? `comment:${part}` : 'comment', sending)
      const id = await postOnce(calls, {
        channel: thread,
        body: { ...body, nonce },
        plain: { ...plainComment(comment, part, { alert }), nonce },
        sending,
        since: oldestIdAt(comment.createdAt),
        isIt: ({ embeds }) => embeds.some((embed) => partNumberOf(embed, comment) === part),
      })
      first ??= id
    }
    return first ?? ''
  }

  const postResolution = (ticket: Ticket, thread: string, sending: Sending) =>
    postOnce(calls, {
      channel: thread,
      body: { ...resolutionMessage(ticket), nonce: nonceOf('resolution', sending) },
      plain: { ...plainResolution(ticket), nonce: nonceOf('resolution', sending) },
      sending,
      since: oldestIdAt(ticket.resolution?.at ?? ticket.createdAt),
      isIt: ({ embeds }) =>
        embeds.some(
          ({ timestamp }) =>
            timestamp !== undefined && Date.parse(timestamp) === ticket.resolution?.at.getTime(),
        ),
    })

  return { postHeadline, postCard, postComment, postResolution }
}
