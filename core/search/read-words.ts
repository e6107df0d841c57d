import { plainText } from './plain-text.ts'
import { stopWords } from './stop-words.ts'

/**
 * One word or phrase of a search, in lower case.
 * @property pattern source of a regular expression; it has no repetition, so matching is always fast
 * @property number set when it may be a ticket's number
 * @property address set when it may be an e-mail address
 */
export type Term = { text: string; phrase: boolean; pattern: string; number?: number; address?: string }

/** A parsed search. A text matches if it contains every term of `wanted` and none of `not`. */
export type Words = {
  /** searches for the text index, each for one word; the longest come first, because they are likely to be the rarest */
  indexed: string[]
  wanted: Term[]
  not: Term[]
  /** the number of a ticket that is listed apart */
  except?: number | undefined
}

const maxWords = 10
/** Shorter words occur in too many tickets for the text index to help. */
const minIndexedLength = 3

const escaped = (text: string) => text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')

/** Removes English endings, so that "printers" finds "printer". Roughly what the text index's stemmer does. */
export const stemOf = (word: string) =>
  /^[a-z]{5,}$/.test(word) ? word.replace(/(?:ing|ed|es|s)$/, '') : word

/** Matches a number as a whole. Matches other text from the start of a word, or anywhere in scripts without spaces and after signs. */
function patternOf(text: string) {
  const start = /^[a-z0-9]/.test(text) ? '(^|[^a-z0-9])' : ''
  const end = /^#?\d+$/.test(text) ? '($|[^0-9])' : ''
  return `${start}${escaped(text)}${end}`
}

const numberIn = (text: string) => {
  const digits = /^#?([1-9]\d{0,8})$/.exec(text)?.[1]
  return digits ? { number: Number(digits) } : {}
}

const addressIn = (text: string) => (/^[^\s@]+@[^\s@]+$/.test(text) ? { address: text } : {})

type TypedTerm = { text: string; phrase: boolean; not: boolean }

const termOf = ({ text, phrase, not }: TypedTerm): Term => ({
  text,
  phrase,
  pattern: patternOf(phrase || not ? text : stemOf(text)),
  ...(phrase ? {} : { ...numberIn(text), ...addressIn(text) }),
})

const byLength = (one: string, other: string) => other.length - one.length

/** Scripts without spaces between words, of which the text index makes one word of a sentence. */
const unspaced = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmr}\p{sc=Mymr}]/u

/**
 * Parses a search. All words must occur, "a phrase" must occur as it is, and -word must not occur. Ignores terms after
 * the tenth. A query without any words is searched for literally.
 */
export function readWords(query: string): Words {
  const text = plainText(query)
    .replaceAll('\0', ' ')
    .replaceAll(/[“”„‟«»]/g, '"')
    .trim()
  const typed = wordsIn(text).slice(0, maxWords)
  const wanted = typed.filter(({ not }) => !not)
  const single = new Set(wanted.flatMap(({ text }) => text.match(/[\p{L}\p{N}\p{M}]+/gu) ?? []))
  const indexed = [...single].filter(
    (word) => word.length >= minIndexedLength && !stopWords.has(word) && !unspaced.test(word),
  )
  return {
    indexed: indexed.sort(byLength).slice(0, maxWords),
    wanted: typed.length > 0 ? wanted.map(termOf) : [{ text, phrase: true, pattern: escaped(text) }],
    not: typed.filter(({ not }) => not).map(termOf),
  }
}

/** A phrase whose last quote is missing runs to the end. */
const wordsIn = (query: string): TypedTerm[] =>
  [...query.matchAll(/(-?)(?:"([^"]*)(?:"|$)|([^\s"]+))/g)]
    .map(([, minus, phrase, word]) => ({
      not: minus === '-',
      text: (phrase ?? word ?? '').trim(),
      phrase: phrase !== undefined,
    }))
    .filter(({ text }) => /[\p{L}\p{N}]/u.test(text))
