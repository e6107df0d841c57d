import { stopWords } from './stop-words.ts'

/** What somebody looks for. Every pattern has to be found, in lower case, and none of `not`. */
export type Words = {
  /** what the text index can be asked for, first what is likely to be the rarest */
  indexed: string[]
  /** sources of regular expressions without any repetition: nothing that can take long */
  patterns: string[]
  not: string[]
}

const maxWords = 10
/** Shorter words are too many to ask the text index for. */
const shortestIndexed = 3

/** Text as it is stored to be searched in, and as it is searched for. */
export const plainText = (text: string) => text.normalize('NFKC').toLowerCase()

const escaped = (text: string) => text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')

/** English endings, so that "printers" finds "printer": about what the text index's stemmer does. */
const stemOf = (word: string) => (/^[a-z]{5,}$/.test(word) ? word.replace(/(?:ing|ed|es|s)$/, '') : word)

/** From the beginning of a word, or anywhere when it begins with a sign. */
const patternOf = (text: string) => `${/^[\p{L}\p{N}]/u.test(text) ? '(^|[^a-z0-9])' : ''}${escaped(text)}`

const byLength = (one: string, other: string) => other.length - one.length

/**
 * Reads a search: words that all have to occur, "a phrase" in quotes, -word for what must not occur. Those after the
 * tenth don't count; where there is no word at all, the text is looked for as it is.
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
