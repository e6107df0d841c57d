import { type Priority, priorities } from '../../../tickets/ticket-values.ts'
import { type Lesson, learnFromExamples } from '../examples/learn-from-examples.ts'
import { readExamples } from '../examples/read-examples.ts'
import { type Rated, ratePriority } from './rate-priority.ts'
import { withoutCalm } from './without-calm.ts'

/** @property chances of each priority, in the order of `priorities` */
export type RatedByExamples = Rated & { chances: number[] }

/** The calibration is that of held-out examples: test/core/triage/local/priority/rate-by-examples.test.ts. */
export const prioritiesOfExamples: Lesson = {
  name: 'priorities',
  classes: priorities.length,
  calibration: { rulesWeight: 0, sharpness: 2.44 },
  texts: () =>
    readExamples().map(({ text, priority }) => ({
      text: withRules(text, ratePriority(text, 'normal')),
      label: priorities.indexOf(priority),
    })),
}

export const learnPrioritiesFromExamples = learnFromExamples(prioritiesOfExamples)

/**
 * Rates a text by rules and by what it has in common with the examples, as if the employee had chosen no urgency. How a
 * matter is told makes a serious one no less so: “no rush, but who was fired on Friday can still sign in”.
 */
export function rateByExamples(text: string): RatedByExamples {
  const whole = rateWhole(text)
  const matter = whole.priority === 'low' ? withoutCalm(text) : null
  const rated = matter ? rateWhole(matter) : whole
  return isSerious(rated) ? rated : whole
}

const isSerious = ({ priority }: Rated) => priority === 'high' || priority === 'urgent'

function rateWhole(text: string): RatedByExamples {
  const { chancesOf, wordsFor } = learnPrioritiesFromExamples()
  const rated = ratePriority(text, 'normal')
  const chances = chancesOf(withRules(text, rated))
  const best = chances.indexOf(Math.max(...chances))
  const priority = priorities[best] ?? rated.priority
  if (priority === rated.priority) return { ...rated, chances }
  return { ...rated, chances, priority, reasons: reasonsFor(rated, priority, wordsFor(text, best)) }
}

/**
 * What the rules say is one more word of the text. How far they can be believed is learned from the examples, too; in a
 * short text, it counts more.
 */
const withRules = (text: string, { priority, signs, isFirm }: Rated): string =>
  `${text}\n${signs === 0 ? 'norules' : `rules${isFirm ? 'firmly' : ''}${priority}`}`

function reasonsFor({ signs, reasons }: Rated, priority: Priority, words: readonly string[]): string[] {
  const named = words.map((word) => `“${word}”`).join(', ')
  const like = `reads like tickets of ${priority} priority`
  return [named ? `${like}: ${named}` : like, ...(signs > 0 ? reasons : [])]
}
