import { readMarkdown } from '../../../core/rich-text/read-markdown.ts'
import { plainText } from '../../../core/rich-text/write-plain.ts'
import { sentence } from '../../../core/text/sentence.ts'
import type { Ticket } from '../../../core/tickets/ticket.ts'
import { type cardMessage, withoutText } from './card.ts'
import { threadRule } from './internal-note.ts'
import { inMarkdown } from './sentence.ts'

const maxFirstWords = 150

type Card = ReturnType<typeof cardMessage>

/** A card as a forum's post begins with it: Discord's list of posts shows the first words of its text. */
export function asPost(card: Card, ticket: Ticket): Card {
  if (ticket.deleted) return card
  const words = plainText(readMarkdown(ticket.description))
  return { ...card, content: `${inMarkdown(sentence`${words}`, maxFirstWords)}\n-# ${threadRule}` }
}

/** The same when Discord refuses what people wrote in the ticket. */
export const asPlainPost = (plain: Card, ticket: Ticket) => asPost(plain, withoutText(ticket))
