import type { Root } from 'mdast'
import { plainText } from './write-plain.ts'

/**
 * The first line of a text, without formatting, for a title.
 * @param max in UTF-16 units
 */
export const titleOf = (tree: Root, max: number): string =>
  shortened(
    plainText(tree)
      .split('\n')
      .map((line) => line.trim())
      .find(Boolean) ?? '',
    max,
  )

/** Shortens plain text to at most `max` UTF-16 units, between words where there are any, and marks that. */
export function shortened(plain: string, max: number): string {
  if (plain.length <= max) return plain
  const kept = plain.slice(0, max - 1).replace(/[\uD800-\uDBFF]$/, '')
  const atWord = /^([\s\S]*\S)\s+\S*$/.exec(kept)?.[1]
  return `${atWord && atWord.length > max / 2 ? atWord : kept}…`
}
