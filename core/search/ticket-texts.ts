import type { Comment } from '../tickets/comments/comment.ts'
import type { Ticket } from '../tickets/ticket.ts'
import { plainText } from './read-words.ts'
import { readerships, type TicketText, textId } from './text-model.ts'

/** As much as a text index takes of one document without trouble, in characters. */
const maxWords = 100_000

export type CommentWords = Pick<Comment, 'ticket' | 'body' | 'visibility'>
export type WordedTicket = Pick<Ticket, '_id' | 'title' | 'description' | 'deleted' | 'createdAt'>

/**
 * The words of one ticket, for each kind of reader.
 * @returns the texts to keep, and the ids of those that must not exist (any more)
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
    words: plainText([title, description, ...readable.map(({ body }) => body)].join('\n')).slice(0, maxWords),
  })
  return {
    keep: [text('everybody', publicly), ...(noted ? [text('staff', comments)] : [])],
    drop: noted ? [] : [textId(_id, 'staff')],
  }
}
