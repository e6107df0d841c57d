import { type Priority, priorities } from '../../../tickets/ticket-values.ts'
import type { Calibration } from '../classifier/calibrate.ts'
import { createClassify } from '../classifier/classify.ts'
import { decidingWords } from '../classifier/deciding-words.ts'
import { type Classifier, trainCalibrated } from '../classifier/train-classifier.ts'
import { keepLearned } from '../examples/keep-learned.ts'
import { readExamples } from '../examples/read-examples.ts'
import { type Rated, ratePriority } from './rate-priority.ts'
import { withoutCalm } from './without-calm.ts'

/** By cross-validation over the examples: test/core/triage/local/priority/rate-by-examples.test.ts. */
export const calibration: Calibration = { rulesWeight: 0, sharpness: 3.8 }

/**
 * What the rules say is one more word of the text. How far they can be believed is learned from the examples, too; in a
 * short text, it counts more.
 */
export const withRules = (text: string, { priority, signs, isFirm }: Rated): string =>
  `${text}\n${signs === 0 ? 'norules' : `rules${isFirm ? 'firmly' : ''}${priority}`}`

export const exampleOf = ({ text, priority }: { text: string; priority: Priority }) => ({
  text: withRules(text, ratePriority(text, 'normal')),
  label: priorities.indexOf(priority),
  pointsOf: () => priorities.map(() => 0),
})

/** @property chances of each priority, in the order of `priorities` */
export type RatedByExamples = Rated & { chances: number[] }

type Rate = (text: string) => RatedByExamples
let rate: Rate | undefined

/** Takes a second or two after an update. Call it at the start, so that no ticket waits for it. */
export function learnFromExamples(): Rate {
  rate ??= createRate(keepLearned('priorities', learn))
  return rate
}

const learn = () => trainCalibrated(readExamples().map(exampleOf), priorities.length, calibration)

/** Rates a text by rules and by what it has in common with the examples, as if the employee had chosen no urgency. */
export const rateByExamples: Rate = (text) => learnFromExamples()(text)

function createRate(classifier: Classifier): Rate {
  const classify = createClassify(classifier)
  const wordsFor = decidingWords(classifier)
  const noPoints = priorities.map(() => 0)
  const rateWhole: Rate = (text) => {
    const rated = ratePriority(text, 'normal')
    const chances = classify(withRules(text, rated), noPoints)
    const place = chances.indexOf(Math.max(...chances))
    const priority = priorities[place] ?? rated.priority
    return {
      ...rated,
      ...{ chances, priority },
      reasons: reasonsFor(rated, priority, priority === rated.priority ? [] : wordsFor(text, place)),
    }
  }
  return (text) => {
    const whole = rateWhole(text)
    if (whole.priority !== 'low') return whole
    const rest = withoutCalm(text)
    const matter = rest ? rateWhole(rest) : whole
    return isSerious(matter) ? matter : whole
  }
}

/** “No rush, but who was fired on Friday can still sign in”: how a matter is told makes a serious one no less so. */
const isSerious = ({ priority }: Rated) => priority === 'high' || priority === 'urgent'

function reasonsFor(rated: Rated, priority: Priority, words: readonly string[]): string[] {
  if (priority === rated.priority) return rated.reasons
  const like = `reads like tickets of ${priority} priority`
  return [
    words.length > 0 ? `${like}: ${words.map((word) => `“${word}”`).join(', ')}` : like,
    ...(rated.signs > 0 ? rated.reasons : []),
  ]
}
