import { stopWords } from './stop-words.ts'

/** A parsed search. A text matches if it contains every pattern and none of `not`. All are in lower case. */
export type Words = {
  /** words to look up in the text index; the longest come first, because they are likely to be the rarest */
  indexed: string[]
  /** sources of regular expressions; they have no repetition, so matching is always fast */
  patterns: string[]
  not: string[]
}

const maxWords = 10
/** Shorter words occur in too many tickets for the text index to help. */
const shortestIndexed = 3

/** Normalizes stored texts and search queries in the same way. */
export const plainText = (text: string) => text.normalize('NFKC').toLowerCase()

const escaped = (text: string) => text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')

/** Removes English endings, so that "printers" finds "printer". Roughly what the text index's stemmer does. */
const stemOf = (word: string) => (/^[a-z]{5,}$/.test(word) ? word.replace(/(?:ing|ed|es|s)$/, '') : word)

/** Matches from the start of a word, or anywhere if the text starts with a symbol. */
const patternOf = (text: string) => `${/^[\p{L}\p{N}]/u.test(text) ? '(^|[^a-z0-9])' : ''}${escaped(text)}`

const byLength = (one: string, other: string) => other.length - one.length

/**
 * Parses a search. All words must occur, "a phrase" must occur as it is, and -word must not occur. Ignores terms after
 * the tenth. A query without any words is searched for literally.
 */
export function readWords(query: string): Words {
  const text = plainText(query).replaceAll('\0', ' ').trim()
  const said = wordsIn(text).slice(0, maxWords)
  const wanted = said.filter(({ not }) => !not)
  const single = new Set(wanted.flatMap(({ text }) => text.match(/[\p{L}\p{N}]+/gu) ?? []))
  const indexed = [...single].filter((word) => word.length >= shortestIndexed && !stopWords.has(word))
  return {
    indexed: indexed.sort(byLength).slice(0, maxWords),
    patterns:
      said.length > 0
        ? wanted.map(({ text, phrase }) => patternOf(phrase ? text : stemOf(text)))
        : [escaped(text)],
    not: said.filter(({ not }) => not).map(({ text }) => patternOf(text)),
  }
}

const wordsIn = (query: string) =>
  [...query.matchAll(/(-?)(?:"([^"]*)"|(\S+))/g)]
    .map(([, minus, phrase, word]) => ({
      not: minus === '-',
      text: (phrase ?? word ?? '').trim(),
      phrase: phrase !== undefined,
    }))
    .filter(({ text }) => /[\p{L}\p{N}]/u.test(text))
