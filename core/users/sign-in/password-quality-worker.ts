import { ZxcvbnFactory } from '@zxcvbn-ts/core'
import { adjacencyGraphs, dictionary } from '@zxcvbn-ts/language-common'

export type QualityTask = { password: string; context: string[] }

/** From zxcvbn's scale of 0 to 4: more than 10^8 guesses. */
const minScore = 3
/** More than 10^6 guesses. */
const minScoreWithoutSigns = 2
const signs = /[^\p{L}\p{N}]+/gu

const zxcvbn = new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs })

/**
 * Runs in a worker thread, which alone holds the list of common passwords. zxcvbn takes any three parts for hard to guess,
 * so signs between words must not be what makes a password good.
 * @param task.context words that are no secret
 */
export default ({ password, context }: QualityTask): boolean => {
  const scoreOf = (text: string) => zxcvbn.check(text, context).score
  const words = password.replace(signs, '')
  const isOnlySigns = words.length < password.length / 2
  return scoreOf(password) >= minScore && (isOnlySigns || scoreOf(words) >= minScoreWithoutSigns)
}
