import { readMarkdown } from '../../../core/rich-text/read-markdown.ts'
import { readableText } from '../../../core/rich-text/write-plain.ts'
import { type Sentence, sentence } from '../../../core/text/sentence.ts'
import type { Comment } from '../../../core/tickets/comments/comment.ts'
import { type MessageContent, markdown } from './blocks.ts'
import { boldText, fallbackText } from './sentence.ts'

/** A public comment, as shown to the requester in the card's thread. */
export function commentMessage(comment: Comment): MessageContent {
  const { author, body } = comment
  return {
    text: fallbackText(
      body
        ? sentence`${author.name}: ${readableText(readMarkdown(body))}`
        : sentence`${author.name} sent files.`,
    ),
    blocks: [boldText(authorLine(comment)), ...(body ? [markdown(body, 11_000)] : [])],
  }
}

/** Who says it, e.g. "Max Moe (moderator):". */
export function authorLine(comment: Comment): Sentence {
  const role = comment.fromRequester ? 'requester' : comment.fromStaff === false ? 'colleague' : 'moderator'
  const kind = comment.visibility === 'internal' ? 'internal note' : role
  return sentence`${comment.author.name} (${kind}):`
}
