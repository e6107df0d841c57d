import type { Term, Words } from './read-words.ts'
import { similarPattern } from './similar-words.ts'

/**
 * The words of a search as these texts have them, each in its most frequent form. It is made only of texts that the
 * searcher may read, so it reveals nothing.
 */
export function correctionFor({ wanted, not }: Words, texts: string[]): string {
  return [
    ...wanted.map((term) => quoted(term, bestIn(texts, term) ?? term.text)),
    ...not.map((term) => `-${quoted(term, term.text)}`),
  ].join(' ')
}

const quoted = ({ phrase }: Term, text: string) => (phrase ? `"${text}"` : text)

function bestIn(texts: string[], { text, phrase }: Term): string | undefined {
  const pattern = phrase ? null : similarPattern(text)
  if (!pattern) return undefined
  const similar = new RegExp(pattern)
  const counts = new Map<string, number>()
  for (const one of texts) {
    const [, , word, ending = ''] = similar.exec(one) ?? []
    if (word) counts.set(word + ending, (counts.get(word + ending) ?? 0) + 1)
  }
  return [...counts].sort(([, one], [, other]) => other - one)[0]?.[0]
}
