import { withoutEscapes } from '../rich-text/without-escapes.ts'
import type { Comment } from '../tickets/comments/comment.ts'
import { answerLines, isAnswered } from '../tickets/fields/answer-words.ts'
import type { Ticket } from '../tickets/ticket.ts'
import { plainText } from './plain-text.ts'
import { readerGroups, type TicketText, textId } from './text-model.ts'

/** The most characters of one document that a text index handles without trouble. */
const maxWords = 100_000

export type CommentWords = Pick<Comment, 'ticket' | 'body' | 'visibility'>
export type SearchableTicket = Pick<
  Ticket,
  '_id' | 'number' | 'title' | 'description' | 'fields' | 'requester' | 'assignee' | 'deleted' | 'createdAt'
>
/** The people of a ticket as their accounts have them now. */
export type Account = { name: string; email: string | null }

/**
 * Builds the search texts of one ticket. There is a text for staff only if the ticket has internal notes. People are found
 * by the names that the ticket shows, and by those that they have now.
 * @param accounts by user id
 * @returns the texts to store, and the ids of the texts to delete
 */
export function textsOf(
  ticket: SearchableTicket,
  comments: CommentWords[],
  accounts: ReadonlyMap<string, Account> = new Map(),
) {
  const { _id, number, title, description, fields, requester, assignee, deleted, createdAt } = ticket
  if (deleted) return { keep: [], drop: readerGroups.map((readers) => textId(_id, readers)) }
  const people = [requester, ...(assignee ? [assignee] : [])]
  const names = people.flatMap(({ id, name }) => [...new Set([name, accounts.get(id)?.name ?? name])])
  const addresses = people.flatMap(({ id }) => accounts.get(id)?.email ?? [])
  const answers = fields?.some(isAnswered) ? [answerLines(fields)] : []
  const publicly = comments.filter(({ visibility }) => visibility === 'public')
  const noted = publicly.length < comments.length
  const text = (readers: TicketText['readers'], readable: CommentWords[]): TicketText => ({
    _id: textId(_id, readers),
    readers,
    createdAt,
    noted: noted && readers === 'everybody',
    words: plainText(
      [
        title,
        ...names,
        ...answers,
        ...[description, ...readable.map(({ body }) => body)].map(withoutEscapes),
      ].join('\n'),
    ).slice(0, maxWords),
    addresses: plainText(addresses.join('\n')),
    number,
    requester: requester.id,
  })
  return {
    keep: [text('everybody', publicly), ...(noted ? [text('staff', comments)] : [])],
    drop: noted ? [] : [textId(_id, 'staff')],
  }
}
