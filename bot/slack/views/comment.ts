import type { Comment } from '../../../core/tickets/comments/comment.ts'
import { line, markdown, type Words } from './blocks.ts'
import { cut, escaped } from './markup.ts'

/** A public comment as the requester sees it in the card's thread. */
export function commentWords(comment: Comment): Words {
  const role = comment.fromRequester ? 'requester' : comment.fromStaff === false ? 'colleague' : 'moderator'
  return {
    text: escaped(cut(`${comment.author.name}: ${comment.body}`, 3_000)),
    blocks: [line(`*${escaped(comment.author.name)}* (${role}):`), markdown(comment.body, 11_000)],
  }
}
