import { shortened } from '../rich-text/title.ts'
import { safeLine } from '../text/line.ts'
import { maxTitle, titleSchema } from '../tickets/ticket-texts.ts'

/** "Re:", "AW:", "Fwd:" and their like in other languages. */
const prefixes =
  /^(?:\s*(?:re|aw|antw|sv|vs|ref|rif|r|odp|fwd?|wg|tr|rv|enc|doorst|vb|返信|転送|回复|答复|转发|轉寄)(?:\[\d{1,3}\])?\s*[:：])+/iu

/** In UTF-16 units. Of a longer line, only the beginning is read. */
const maxLineLength = 1_000

/**
 * The title of a ticket that is filed by mail: its subject, or the first line of its text where that is too short.
 * @param name of its author, for a mail without words
 */
export function titleOfMail(subject: string, text: string, name: string): string {
  const candidates = [
    subject.replace(prefixes, ''),
    text.trimStart().slice(0, maxLineLength).split('\n')[0] ?? '',
    `Mail from ${name}`,
  ]
  return candidates.map(asTitle).find((title) => titleSchema.safeParse(title).success) ?? 'Mail to the desk'
}

const asTitle = (text: string) => shortened(safeLine(text).replace(/\s+/g, ' ').trim(), maxTitle)
