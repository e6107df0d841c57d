import { readMarkdown } from '../../rich-text/read-markdown.ts'
import { plainText } from '../../rich-text/write-plain.ts'
import type { Ticket } from '../../tickets/ticket.ts'

/** Loaded on first use: the data takes 30 MB, and only processes that triage need it. */
const detector = () => import('eld/extrasmall')

/** In characters. More text makes no difference. */
const readAtMost = 2_000
/** Shorter texts, such as “VPN kaputt”, are guessed wrong too often. */
const minWords = 4
/** Where words have no spaces between them, each character counts. */
const word = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]|[\p{L}\p{M}'’]{2,}/gu
/**
 * Names of people and products begin with a capital, and belong to no language. A text all in capitals has other words,
 * too.
 */
const noName = /(?<!\p{L})(?:\p{Ll}[\p{L}\p{M}'’]+|\p{Lu}{4,})|\p{Lo}/gu
const minOther = 2
/** Code, addresses and names of files are in no language. */
const noLanguage = /```[\s\S]*?(?:```|$)|`[^`\n]*`|\S*(?:[/\\@_]|\w[.:]\w)\S*/g

/**
 * The language in which a ticket is written.
 * @returns an ISO 639-1 code such as "de"; null: the text is too short, or too mixed, to tell
 */
export async function detectLanguage({
  title,
  description,
}: Pick<Ticket, 'title' | 'description'>): Promise<string | null> {
  const written = `${title}\n${description}`.slice(0, readAtMost).replace(noLanguage, ' ')
  const text = plainText(readMarkdown(written))
  if (countOf(word, text) < minWords || countOf(noName, text) < minOther) return null
  const { eld } = await detector()
  const found = eld.detect(text)
  return found.language && found.isReliable() ? found.language : null
}

const countOf = (pattern: RegExp, text: string) => (text.match(pattern) ?? []).length
