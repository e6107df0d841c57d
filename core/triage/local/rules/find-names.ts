import { indexPhrases } from './phrase-index.ts'
import { findShortNames, isShortName } from './short-names.ts'

type Named = readonly [called: string, name: string]

/**
 * Finds names that admins have chosen.
 * @param names what entries are called, or were, and their names now
 * @param spellings how a text may write a name
 */
export function findNames(names: readonly Named[], spellings: (name: string) => string[]) {
  const inFull = indexPhrases(
    names
      .filter(([called]) => !isShortName(called))
      .flatMap(([called, name]) => spellings(called).map((spelling) => [spelling, name] as const)),
  )
  const short = findShortNames(names.filter(([called]) => isShortName(called)))
  return (text: string): { words: string; means: string }[] => [
    ...inFull(text),
    ...short(text).map((name) => ({ words: name, means: name })),
  ]
}
