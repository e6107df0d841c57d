import { readMarkdown } from '../../../core/rich-text/read-markdown.ts'
import { readableText } from '../../../core/rich-text/write-plain.ts'
import { sentence } from '../../../core/text/sentence.ts'
import type { Comment } from '../../../core/tickets/comments/comment.ts'
import { type MessageContent, markdown } from './blocks.ts'
import { boldText, fallbackText } from './sentence.ts'

/** A public comment, as shown to the requester in the card's thread. */
export function commentMessage(comment: Comment): MessageContent {
  const { author, body } = comment
  const role = comment.fromRequester ? 'requester' : comment.fromStaff === false ? 'colleague' : 'moderator'
  return {
    text: fallbackText(sentence`${author.name}: ${readableText(readMarkdown(body))}`),
    blocks: [boldText(sentence`${author.name} (${role}):`), ...(body ? [markdown(body, 11_000)] : [])],
  }
}
