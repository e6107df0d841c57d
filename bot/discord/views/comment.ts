import type { APIEmbed, RESTPostAPIChannelMessageJSONBody } from 'discord-api-types/v10'
import { sentence } from '../../../core/text/sentence.ts'
import type { Comment } from '../../../core/tickets/comments/comment.ts'
import { inPlain } from './sentence.ts'
import { truncateMarkdown } from './text.ts'

const requesterColour = 0x2e90fa
const deskColour = 0x5b47d6

/**
 * A comment from another surface, shown in the ticket's thread. The embed carries the comment's timestamp to the
 * millisecond, so that a later try can find the message. Only `alert` is pinged.
 * @param alert a Discord user id
 */
export function commentMessage(comment: Comment, alert?: string) {
  const { author, fromRequester, body, surface, createdAt } = comment
  const footer = fromRequester
    ? sentence`Reply to this message to answer ${author.name}.`
    : sentence`Sent to the requester from ${surface === 'web' ? 'the console' : surfaceNames[surface]}.`
  const name = fromRequester ? sentence`${author.name} (requester)` : sentence`${author.name}`
  const embed: APIEmbed = {
    author: { name: inPlain(name, 256) },
    description: truncateMarkdown(body, 4_096),
    color: fromRequester ? requesterColour : deskColour,
    footer: { text: inPlain(footer, 300) },
    timestamp: createdAt.toISOString(),
  }
  return {
    ...(alert ? { content: `<@${alert}>` } : {}),
    embeds: [embed],
    allowed_mentions: alert ? { users: [alert] } : { parse: [] },
  } satisfies RESTPostAPIChannelMessageJSONBody
}

/** The comment when Discord refuses its text. */
export const plainComment = (comment: Comment, alert?: string) =>
  commentMessage({ ...comment, body: 'Discord refuses to show this text. Read it in the console.' }, alert)

const surfaceNames = { slack: 'Slack', discord: 'Discord', api: 'the API', desk: 'the desk' } as const
