import type { Term, Words } from './read-words.ts'

/** Shorter words have too many neighbours. Longer ones are no words, and would make long queries. */
const shortest = 4
const longest = 30

const span = (first: string, last: string) =>
  Array.from({ length: last.charCodeAt(0) - first.charCodeAt(0) + 1 }, (_, index) =>
    String.fromCharCode(first.charCodeAt(0) + index),
  )

function lettersOf(range: string) {
  return [...range.matchAll(/(.)-(.)|(.)/g)].flatMap(([, first, last, one]) =>
    first && last ? span(first, last) : [one as string],
  )
}

/** The scripts in which a typo is found, each as a range of letters and digits without accents. */
const scripts = ['a-z0-9', 'а-яіїєґ', 'α-ω', 'א-ת', 'ء-ي'].map((range) => ({
  range,
  all: new RegExp(`^[${range}]{${shortest},${longest}}$`),
  letters: lettersOf(range),
}))

const scriptOf = (word: string) =>
  word.replaceAll(/\d/g, '').length < shortest ? undefined : scripts.find(({ all }) => all.test(word))

/**
 * The words with one typo less or more: a letter left out, added, replaced, or swapped with the next. The word itself is
 * among them.
 * @param any what may stand for the added letter: all letters one by one, or a pattern for them
 */
function oneTypoFrom(word: string, any: readonly string[]): string[] {
  const places = Array.from({ length: word.length + 1 }, (_, index) => index)
  const found = places.flatMap((at) => {
    const [before, letter, rest] = [word.slice(0, at), word[at] ?? '', word.slice(at + 1)]
    const added = any.map((one) => before + one + letter + rest)
    if (!letter) return added
    const swapped = rest ? [before + rest[0] + letter + rest.slice(1)] : []
    return [before + rest, ...swapped, ...added, ...any.map((one) => before + one + rest)]
  })
  return [...new Set(found)]
}

/** Matches a whole word with at most one typo, also with an English ending. Null: no typos are searched for in it. */
export function similarPattern(word: string): string | null {
  const script = scriptOf(word)
  if (!script) return null
  const edge = `[^${script.range}]`
  return `(^|${edge})(${oneTypoFrom(word, [`[${script.range}]`]).join('|')})(s|es|ed|ing)?($|${edge})`
}

/** A search of the text index for all words with at most one typo. */
function similarIndexed(word: string): string {
  const script = scriptOf(word)
  return script ? oneTypoFrom(word, script.letters).join(' ') : word
}

/** The same search with one typo allowed in each word of four letters or more. Null: it has no such word. */
export function withTypos({ indexed, wanted, ...rest }: Words): Words | null {
  const similar = wanted.map((term): Term => {
    const pattern = term.phrase ? null : similarPattern(term.text)
    return pattern ? { ...term, pattern } : term
  })
  if (similar.every((term, index) => term.pattern === wanted[index]?.pattern)) return null
  return { indexed: indexed.map(similarIndexed), wanted: similar, ...rest }
}
