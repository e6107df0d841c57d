import { readMarkdown } from '../../rich-text/read-markdown.ts'
import { shortened } from '../../rich-text/title.ts'
import { escapeMarkdown } from '../../rich-text/write-markdown.ts'
import { plainText } from '../../rich-text/write-plain.ts'
import type { Ticket } from '../../tickets/ticket.ts'
import { wordsOf } from './features/words.ts'
import { findSigns } from './priority/find-signs.ts'

const maxSentence = 240
const maxSummary = 500
const maxSentences = 2
/** Reading more than this for two sentences is not worth the time. */
const consideredText = 4_000

/** A mail that is quoted above the answer to it. */
const quotedFirst = /^(?:[^\S\n]*>[^\n]*(?:\n|$)\s*)+/
const link = /(?:\b[a-z][a-z0-9+.-]*:\/\/|\bwww\.)\S+/gi
const greeting =
  /^(?:hi|hello|hey|dear|good (?:morning|afternoon|evening)|hallo|guten (?:tag|morgen)|moin|liebe[rs]?|sehr geehrte\S*|bonjour|salut|hola|buenos días|buenas tardes|olá|bom dia|boa tarde|ciao|buongiorno|salve|beste|goedemorgen|dzień dobry|cześć|thanks|thank you|many thanks|kind regards|best regards|regards|danke|vielen dank|mit freundlichen grüßen|viele grüße|merci|cordialement|gracias|saludos|obrigad[oa]|grazie|cordiali saluti|bedankt|met vriendelijke groet|dziękuję|pozdrawiam)(?:[\s,!.]+(?:[\p{L}-]+[\s,!.]*){0,3})?$/iu

/** “im 3. Stock”, “z. B.”, “Nr. 5”: the segmenter knows no abbreviations. */
const unfinished =
  /(?:^|[\s(])(?:\p{N}{1,3}|\p{L}|bzw|ca|nr|no|dr|mr|mrs|ms|st|str|tel|inkl|evtl|usw|etc|vs|approx|e\.g|i\.e|z\.\s?b|d\.\s?h)\.\s*$/iu
const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' })

/** The sentences of a plain text. A number or an abbreviation before a full stop ends none. */
export function sentencesOf(text: string): string[] {
  const found: string[] = []
  for (const { segment } of segmenter.segment(text)) {
    const last = found.at(-1)
    if (last !== undefined && unfinished.test(last)) found[found.length - 1] = last + segment
    else found.push(segment)
  }
  return found.map((sentence) => sentence.trim()).filter(Boolean)
}

/** Title and the one or two sentences that say most, as Markdown that shows their characters. Links are left out. */
export function summarise({ title, description }: Pick<Ticket, 'title' | 'description'>): string {
  const considered = description.slice(0, consideredText)
  const own = considered.replace(quotedFirst, '').trim() ? considered.replace(quotedFirst, '') : considered
  const text = withoutLinks(plainText(readMarkdown(own)).replace(/\s+/g, ' '))
  const said = mostInformative(sentencesOf(text), withoutLinks(title))
  const sentence = said.map((one) => shortened(one, maxSentence)).join(' ')
  const plain = sentence.toLowerCase().startsWith(title.toLowerCase())
    ? sentence
    : [withoutLinks(title), sentence].filter(Boolean).join(': ')
  const summary = escapeMarkdown(plain)
  return summary.length <= maxSummary ? summary : escapeMarkdown(shortened(plain, maxSentence))
}

const withoutLinks = (text: string) => text.replace(link, '').replace(/\s+/g, ' ').trim()

/** The first sentence with content, and the one of the rest that tells most about impact or the title's words. */
function mostInformative(sentences: string[], title: string): string[] {
  const [first, ...rest] = sentences.filter((sentence) => !greeting.test(sentence))
  if (first === undefined) return sentences.slice(0, 1)
  const words = new Set(wordsOf(title))
  const worth = (sentence: string) =>
    2 * findSigns(sentence).length +
    wordsOf(sentence).filter((word) => word.length > 3 && words.has(word)).length
  const best = rest.toSorted((a, b) => worth(b) - worth(a))[0]
  return [first, ...(best !== undefined && worth(best) > 1 ? [best] : [])].slice(0, maxSentences)
}
