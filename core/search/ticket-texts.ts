import { withoutEscapes } from '../rich-text/without-escapes.ts'
import type { Comment } from '../tickets/comments/comment.ts'
import type { Ticket } from '../tickets/ticket.ts'
import { plainText } from './read-words.ts'
import { readerships, type TicketText, textId } from './text-model.ts'

/** The most characters of one document that a text index handles without trouble. */
const maxWords = 100_000

export type CommentWords = Pick<Comment, 'ticket' | 'body' | 'visibility'>
export type WordedTicket = Pick<Ticket, '_id' | 'title' | 'description' | 'deleted' | 'createdAt'>

/**
 * Builds the search texts of one ticket. There is a text for staff only if the ticket has internal notes.
 * @returns the texts to store, and the ids of the texts to delete
 */
export function textsOf(
  { _id, title, description, deleted, createdAt }: WordedTicket,
  comments: CommentWords[],
) {
  if (deleted) return { keep: [], drop: readerships.map((readers) => textId(_id, readers)) }
  const publicly = comments.filter(({ visibility }) => visibility === 'public')
  const noted = publicly.length < comments.length
  const text = (readers: TicketText['readers'], readable: CommentWords[]): TicketText => ({
    _id: textId(_id, readers),
    readers,
    createdAt,
    noted: noted && readers === 'everybody',
    words: plainText(
      [title, ...[description, ...readable.map(({ body }) => body)].map(withoutEscapes)].join('\n'),
    ).slice(0, maxWords),
  })
  return {
    keep: [text('everybody', publicly), ...(noted ? [text('staff', comments)] : [])],
    drop: noted ? [] : [textId(_id, 'staff')],
  }
}
