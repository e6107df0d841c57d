import type { ContextBlock } from '@slack/types'
import { refusedFiles } from '../../../core/attachments/refused-files.ts'
import { readMarkdown } from '../../../core/rich-text/read-markdown.ts'
import { readableText } from '../../../core/rich-text/write-plain.ts'
import { joined, type Sentence, sentence } from '../../../core/text/sentence.ts'
import type { Comment } from '../../../core/tickets/comments/comment.ts'
import { type MessageContent, markdown } from './blocks.ts'
import { boldText, fallbackText, plainText } from './sentence.ts'

/** A public comment, as shown to the requester in the card's thread. @param reactions who reacted to it elsewhere */
export function commentMessage(comment: Comment, reactions: readonly Sentence[] = []): MessageContent {
  const { author, body } = comment
  const refused = refusedFiles(comment.files)
  return {
    text: fallbackText(
      body
        ? sentence`${author.name}: ${readableText(readMarkdown(body))}`
        : sentence`${author.name} sent files.`,
    ),
    blocks: [
      boldText(authorLine(comment)),
      ...(body ? [markdown(body, 11_000)] : []),
      ...smallPrint(refused ? [refused] : []),
      ...smallPrint(reactions),
    ],
  }
}

const smallPrint = (lines: readonly Sentence[]): ContextBlock[] =>
  lines.length > 0 ? [{ type: 'context', elements: [plainText(joined(lines, '\n'), 2_000)] }] : []

/** Who says it, e.g. "Max Moe (moderator):". */
export function authorLine(comment: Comment): Sentence {
  const role = comment.fromRequester ? 'requester' : comment.fromStaff === false ? 'colleague' : 'moderator'
  const kind = comment.visibility === 'internal' ? 'internal note' : role
  return sentence`${comment.author.name} (${kind}):`
}
