import { noSpaces } from './terms.ts'

/** Whether one of the words is among the terms, or in the plain text for languages that put no spaces between words. */
export type HasWord = (terms: readonly string[], plain: string) => boolean

/** @param words in plain spelling; “*” stands for any ending */
export function wordFinder(words: readonly string[]): HasWord {
  const unspaced = words.filter((word) => noSpaces.test(word))
  const beginnings = words.filter((word) => word.endsWith('*')).map((word) => word.slice(0, -1))
  const whole = new Set(words)
  return (terms, plain) =>
    terms.some((term) => whole.has(term) || beginnings.some((beginning) => term.startsWith(beginning))) ||
    unspaced.some((word) => plain.includes(word))
}
