import { readMarkdown } from '../../../core/rich-text/read-markdown.ts'
import { readableText } from '../../../core/rich-text/write-plain.ts'
import type { Comment } from '../../../core/tickets/comments/comment.ts'
import { type MessageContent, markdown, mrkdwnSection } from './blocks.ts'
import { escapeMrkdwn, truncate } from './markup.ts'

/** A public comment, as shown to the requester in the card's thread. */
export function commentMessage(comment: Comment): MessageContent {
  const role = comment.fromRequester ? 'requester' : comment.fromStaff === false ? 'colleague' : 'moderator'
  return {
    text: escapeMrkdwn(
      truncate(`${comment.author.name}: ${readableText(readMarkdown(comment.body))}`, 3_000),
    ),
    blocks: [
      mrkdwnSection(`*${escapeMrkdwn(comment.author.name)}* (${role}):`),
      markdown(comment.body, 11_000),
    ],
  }
}
