import type { APIEmbed, RESTPostAPIChannelMessageJSONBody } from 'discord-api-types/v10'
import type { Comment } from '../../../core/tickets/comments/comment.ts'
import { oneLine, truncateMarkdown } from './text.ts'

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
    ? `Reply to this message to answer ${author.name}.`
    : `Sent to the requester from ${surface === 'web' ? 'the console' : surfaceNames[surface]}.`
  const embed: APIEmbed = {
    author: { name: oneLine(fromRequester ? `${author.name} (requester)` : author.name, 256) },
    description: truncateMarkdown(body, 4_096),
    color: fromRequester ? requesterColour : deskColour,
    footer: { text: oneLine(footer, 300) },
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
