import { readMarkdown } from '../../../../core/rich-text/read-markdown.ts'
import { readableText } from '../../../../core/rich-text/write-plain.ts'
import { sentence } from '../../../../core/text/sentence.ts'
import type { Ticket } from '../../../../core/tickets/ticket.ts'
import { type MessageContent, markdown } from '../blocks.ts'
import { boldText, fallbackText } from '../sentence.ts'

/** Says in the thread of the moderators' channel who resolved the ticket, and how. */
export function resolutionMessage({ resolution }: Pick<Ticket, 'resolution'>): MessageContent {
  const by = resolution?.by.name ?? 'the desk'
  const text = resolution?.text ?? ''
  return {
    text: fallbackText(sentence`Resolved by ${by}: ${readableText(readMarkdown(text))}`),
    blocks: [boldText(sentence`Resolved by ${by}`), ...(text ? [markdown(text, 3_100)] : [])],
  }
}
