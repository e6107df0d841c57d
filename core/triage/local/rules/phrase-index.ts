import { noSpaces, plainSpelling, termsOf } from './terms.ts'

/** @property isOpen whether the last term may go on */
type Phrase<T> = { terms: string[]; isOpen: boolean; means: T }

const minPart = 2

/** @property before the three terms before the words @property after the two terms after them */
export type FoundPhrase<T> = { words: string; means: T; before: string[]; after: string[] }

/** @returns for a text the phrases that occur in it, each with what it means */
export type FindPhrases<T> = (text: string) => FoundPhrase<T>[]

/**
 * Finds many phrases in one walk over a text, whole words only. A phrase that ends in “*” matches any ending, a word that
 * begins with “*” any beginning; Chinese and Japanese ones match anywhere, as there are no spaces. No text from a person or a model is ever used as a pattern.
 */
export function indexPhrases<T>(phrases: readonly (readonly [phrase: string, means: T])[]): FindPhrases<T> {
  const byFirst = new Map<string, Phrase<T>[]>()
  const beginnings = new Map<string, T[]>()
  const endings = new Map<string, T[]>()
  const anywhere: FoundPhrase<T>[] = []
  const plainPhrases = phrases.map(([phrase, means]) => [plainSpelling(phrase).trim(), means] as const)
  // The text keeps “.net” whole where that is a phrase, and so has “.net core” to.
  const ofOneWord = new Set(plainPhrases.map(([plain]) => plain).filter((plain) => !plain.includes(' ')))
  for (const [plain, means] of plainPhrases) {
    const terms = termsOf(plain, (one) => !plain.includes(' ') || ofOneWord.has(one))
    const [first] = terms
    if (first === undefined) continue
    if (noSpaces.test(plain)) anywhere.push({ words: plain, means, before: [], after: [] })
    else if (plain.endsWith('*') && terms.length === 1) push(beginnings, first, means)
    else if (plain.startsWith('*')) push(endings, first, means)
    else push(byFirst, first, { terms, isOpen: plain.endsWith('*'), means })
  }

  const begun = partFinder(beginnings, (term, length) => term.slice(0, length))
  const ended = partFinder(endings, (term, length) => term.slice(-length))

  return (text) => {
    const plain = plainSpelling(text)
    const terms = termsOf(plain, (one) => byFirst.has(one) || begun(one).length > 0)
    const found = noSpaces.test(plain) ? anywhere.filter(({ words }) => plain.includes(words)) : []
    const add = (at: number, count: number, means: T) =>
      found.push({
        words: terms.slice(at, at + count).join(' '),
        means,
        before: terms.slice(Math.max(0, at - 3), at),
        after: terms.slice(at + count, at + count + 2),
      })
    for (const [at, one] of terms.entries()) {
      for (const means of [...begun(one), ...ended(one)]) add(at, 1, means)
      for (const phrase of byFirst.get(one) ?? [])
        if (isAt(terms, at, phrase)) add(at, phrase.terms.length, phrase.means)
    }
    return found
  }
}

const isAt = (terms: readonly string[], at: number, { terms: wanted, isOpen }: Phrase<unknown>): boolean =>
  wanted.every((want, offset) => {
    const term = terms[at + offset]
    return isOpen && offset === wanted.length - 1 ? term?.startsWith(want) : term === want
  })

/** @returns what the beginnings, or endings, of a term mean, its whole included */
function partFinder<T>(parts: ReadonlyMap<string, T[]>, cut: (term: string, length: number) => string) {
  const longest = Math.max(0, ...[...parts.keys()].map(({ length }) => length))
  return (term: string): T[] => {
    const found: T[] = []
    for (let length = minPart; length <= Math.min(term.length, longest); length++)
      found.push(...(parts.get(cut(term, length)) ?? []))
    return found
  }
}

function push<T>(map: Map<string, T[]>, key: string, value: T) {
  const list = map.get(key)
  if (list) list.push(value)
  else map.set(key, [value])
}
