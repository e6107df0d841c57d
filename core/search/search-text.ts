import { textSchema } from '../text.ts'
import { isExplodingPattern } from './exploding-pattern.ts'

const quoted = /"[^"]*"/g

/**
 * What somebody looks for. It is never run as a pattern; one that would explode if it were is refused, so that nobody
 * takes an empty answer for the pattern's. In quotation marks it is text like any other.
 * @param most characters
 */
export const searchTextSchema = (most: number) =>
  textSchema(1, most).refine(
    (text) => !isExplodingPattern(text.replace(quoted, '')),
    'A search takes words, no patterns. Put this in quotation marks to look for exactly what you wrote.',
  )
