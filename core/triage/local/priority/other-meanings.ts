import type { FoundPhrase } from '../rules/phrase-index.ts'
import { plainSpelling, termsOf } from '../rules/terms.ts'
import { wordFinder } from '../rules/word-finder.ts'
import type { ByLanguage, Sign } from './signs/sign.ts'

const finderOf = (words: ByLanguage) => wordFinder(Object.values(words).flatMap((list) => list.split(' ')))

const contextOf = ({ unlessAfter = {}, unlessBefore = {}, unlessWith = {}, onlyWith }: Sign) => ({
  isAfter: finderOf(unlessAfter),
  isBefore: finderOf(unlessBefore),
  isWith: finderOf(unlessWith),
  hasNeeded: onlyWith ? finderOf(onlyWith) : () => true,
})

const none = () => false

/** @returns whether the words around a sign give it another meaning: smoke is a danger, a smoke detector is not */
export function otherMeanings(signs: readonly Sign[]) {
  const contexts = new Map(signs.map((sign) => [sign, contextOf(sign)]))
  return ({ means, before, after }: FoundPhrase<Sign>, clause: string): boolean => {
    const context = contexts.get(means)
    if (!context) return false
    const plain = plainSpelling(clause)
    const terms = termsOf(plain, none)
    return (
      context.isAfter(before, plain) ||
      context.isBefore(after, plain) ||
      context.isWith(terms, plain) ||
      !context.hasNeeded(terms, plain)
    )
  }
}
