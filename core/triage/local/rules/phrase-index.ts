import { plainSpelling, termsOf } from './terms.ts'

type Phrase<T> = { terms: string[]; means: T }

const noSpaces = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u
const minBeginning = 2

/** @property before the three terms before the words */
export type FoundPhrase<T> = { words: string; means: T; before: string[] }

/** @returns for a text the phrases that occur in it, each with what it means */
export type FindPhrases<T> = (text: string) => FoundPhrase<T>[]

/**
 * Finds many phrases in one walk over a text, whole words only. A phrase that ends in “*” matches any ending; Chinese and
 * Japanese ones match anywhere, as there are no spaces. No text from a person or a model is ever used as a pattern.
 */
export function indexPhrases<T>(phrases: readonly (readonly [phrase: string, means: T])[]): FindPhrases<T> {
  const byFirst = new Map<string, Phrase<T>[]>()
  const beginnings = new Map<string, T[]>()
  const anywhere: FoundPhrase<T>[] = []
  const plainPhrases = phrases.map(([phrase, means]) => [plainSpelling(phrase).trim(), means] as const)
  // The text keeps “.net” whole where that is a phrase, and so has “.net core” to.
  const ofOneWord = new Set(plainPhrases.map(([plain]) => plain).filter((plain) => !plain.includes(' ')))
  for (const [plain, means] of plainPhrases) {
    const terms = termsOf(plain, (one) => !plain.includes(' ') || ofOneWord.has(one))
    const [first] = terms
    if (first === undefined) continue
    if (noSpaces.test(plain)) anywhere.push({ words: plain, means, before: [] })
    else if (plain.endsWith('*') && terms.length === 1) push(beginnings, first, means)
    else push(byFirst, first, { terms, means })
  }

  const longestBeginning = Math.max(0, ...[...beginnings.keys()].map(({ length }) => length))
  const begun = (term: string) => {
    const found: T[] = []
    for (let length = minBeginning; length <= Math.min(term.length, longestBeginning); length++)
      found.push(...(beginnings.get(term.slice(0, length)) ?? []))
    return found
  }

  return (text) => {
    const plain = plainSpelling(text)
    const terms = termsOf(plain, (one) => byFirst.has(one) || begun(one).length > 0)
    const found = noSpaces.test(plain) ? anywhere.filter(({ words }) => plain.includes(words)) : []
    const add = (at: number, count: number, means: T) =>
      found.push({
        words: terms.slice(at, at + count).join(' '),
        means,
        before: terms.slice(Math.max(0, at - 3), at),
      })
    for (const [at, one] of terms.entries()) {
      for (const means of begun(one)) add(at, 1, means)
      for (const { terms: wanted, means } of byFirst.get(one) ?? [])
        if (wanted.every((want, offset) => terms[at + offset] === want)) add(at, wanted.length, means)
    }
    return found
  }
}

function push<T>(map: Map<string, T[]>, key: string, value: T) {
  const list = map.get(key)
  if (list) list.push(value)
  else map.set(key, [value])
}
