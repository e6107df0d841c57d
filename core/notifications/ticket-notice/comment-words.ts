import { markdownText, sentence } from '../../text/sentence.ts'
import type { Comment } from '../../tickets/comments/comment.ts'
import { nameOr, somebody } from './names.ts'

export function commentText(comment: Comment | null | undefined) {
  const who = nameOr(comment?.author, somebody)
  return comment?.visibility === 'internal'
    ? {
        subject: sentence`Internal note by ${who}`,
        line: sentence`${who} wrote an internal note, for moderators and admins only`,
      }
    : { subject: sentence`${who} commented`, line: sentence`${who} wrote` }
}

/** A comment's text, and the names of its files. */
export function commentBody(comment: Comment | null | undefined) {
  const { body = '', files = [] } = comment ?? {}
  const names = files.map(({ name }) => name).join(', ')
  return [
    sentence`${commentText(comment).line}:`,
    ...(body || !names ? [markdownText(body)] : []),
    ...(names ? [sentence`Files: ${names}`] : []),
  ]
}
