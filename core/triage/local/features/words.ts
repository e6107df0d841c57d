/** How much of a ticket a classifier reads, in characters. A pasted log must not make triage slow. */
const maxText = 8_000

const word = /[\p{L}\p{M}\p{N}]+[+#]*/gu
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u
const unspacedRuns =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]+|[^\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]+/gu

/**
 * The words of a text, in lower case. “C++” and “C#” are words. Chinese and Japanese have no spaces: there, each pair of
 * characters is a word.
 */
export function wordsOf(text: string): string[] {
  const plain = text.slice(0, maxText).normalize('NFKC').toLowerCase()
  const found = plain.match(word) ?? []
  return unspaced.test(plain) ? found.flatMap(pairsOf) : found
}

const pairsOf = (one: string): string[] =>
  (one.match(unspacedRuns) ?? []).flatMap((run) => {
    if (!unspaced.test(run)) return run
    const characters = [...run]
    return characters.length === 1
      ? characters
      : characters.slice(1).map((last, at) => `${characters[at]}${last}`)
  })
