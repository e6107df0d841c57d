import { bareAddress, invisible } from '../../rich-text/bare-address.ts'
import { readMarkdown } from '../../rich-text/read-markdown.ts'
import { shortened } from '../../rich-text/title.ts'
import { escapeMarkdown } from '../../rich-text/write-markdown.ts'
import { plainText } from '../../rich-text/write-plain.ts'
import type { Ticket } from '../../tickets/ticket.ts'
import { wordsOf } from './features/words.ts'
import { findSigns } from './priority/find-signs.ts'
import { ownWords } from './priority/own-words.ts'
import { sentencesOf } from './summary/sentences.ts'
import { statementsOf } from './summary/statements.ts'

const maxSentence = 240
const maxSummary = 500
const maxSentences = 2
/** Reading more than this for two sentences is not worth the time. */
const consideredText = 4_000

/** Title and the one or two sentences that say most, as Markdown that shows their characters. Links are left out. */
export function summarise({ title, description }: Pick<Ticket, 'title' | 'description'>): string {
  const sentences = informativeSentences(sentencesAbout(description), withoutLinks(title))
  const sentence = sentences.map((one) => shortened(one, maxSentence)).join(' ')
  const plain = sentence.toLowerCase().startsWith(title.toLowerCase())
    ? sentence
    : [withoutLinks(title), sentence].filter(Boolean).join(': ')
  const summary = escapeMarkdown(plain)
  return summary.length <= maxSummary ? summary : escapeMarkdown(shortened(plain, maxSentence))
}

/** The sentences that say what is the matter, or else all there are. */
function sentencesAbout(description: string): string[] {
  const tree = readMarkdown(ownWords(description.slice(0, consideredText)))
  const statements = statementsOf(tree).map(withoutLinks).filter(Boolean)
  return statements.length > 0 ? statements : sentencesOf(withoutLinks(plainText(tree)))
}

const withoutLinks = (text: string) =>
  text.replaceAll(invisible, '').replaceAll(bareAddress, '').replace(/\s+/g, ' ').trim()

/** The first sentence with content, and the one of the rest that tells most about impact or the title's words. */
function informativeSentences(sentences: string[], title: string): string[] {
  const [first, ...rest] = sentences
  if (first === undefined) return []
  const words = new Set(wordsOf(title))
  const worth = (sentence: string) =>
    2 * findSigns(sentence).length +
    wordsOf(sentence).filter((word) => word.length > 3 && words.has(word)).length
  const best = rest.toSorted((a, b) => worth(b) - worth(a))[0]
  return [first, ...(best !== undefined && worth(best) > 1 ? [best] : [])].slice(0, maxSentences)
}
