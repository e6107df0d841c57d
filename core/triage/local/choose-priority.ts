import { type Priority, priorities, type Urgency } from '../../tickets/ticket-values.ts'
import { createClassify } from './classifier/classify.ts'
import { type Classifier, minToLearn, trainClassifier } from './classifier/train-classifier.ts'
import { type RatedByExamples, rateByExamples } from './priority/rate-by-examples.ts'
import { type Rated, ratePriority } from './priority/rate-priority.ts'

type Text = { title: string; description: string }

/**
 * A resolved ticket and the priority that people left it with.
 * @property isChosen whether a person gave it this priority; absent: yes. Otherwise it is what triage had proposed.
 */
export type Prioritised = Text & { priority: Priority; isChosen?: boolean }

/** Unchanged proposals count for less: they may be right, or nobody checked them. */
const importanceOfUnchanged = 0.5

const rate = ({ title, description }: Text) => rateByExamples(`${title}\n${description}`)

/** What rules and examples say, for the classifier. */
const pointsOf = ({ chances }: RatedByExamples) => chances.map((chance) => 3 * chance)

/**
 * Learns from the titles of resolved tickets which priority people give. Descriptions are left to rules and
 * examples: titles alone taught more. @returns null while there are too few
 */
export const learnPriorities = (tickets: readonly Prioritised[], seed = 1): Classifier | null =>
  tickets.length < minToLearn
    ? null
    : trainClassifier(
        tickets.map((ticket) => ({
          text: ticket.title,
          pointsOf: () => pointsOf(rate(ticket)),
          label: priorities.indexOf(ticket.priority),
          importance: (ticket.isChosen ?? true) ? 1 : importanceOfUnchanged,
        })),
        priorities.length,
        { seed },
      )

/** Training weighs all classes alike, but the most frequent one is right more often. Measured: docs/triage.md. */
const headStart = 2.5

function withHeadStart(chances: readonly number[], majorityClass: number): number[] {
  const raised = chances.map((chance, k) => (k === majorityClass ? chance * headStart : chance))
  const sum = raised.reduce((total, one) => total + one, 0)
  return raised.map((one) => one / sum)
}

/**
 * @property confidence in the priority; null: rules and examples alone decided
 * @property isLearned whether what was learned moved it
 */
export type ChosenPriority = Rated & { confidence: number | null; isLearned: boolean }

/** @returns the priority for a ticket, with reasons */
export type ChoosePriority = (ticket: Text, urgency: Urgency) => ChosenPriority

/**
 * Rules and examples rate, unless the desk has learned what its people do: then that decides, and they are part of it.
 * What was learned changes nothing when the employee chose an urgency, or when the text speaks of danger or harm to many,
 * or says that it can wait.
 */
export function createPriorityChooser(learned: Classifier | null): ChoosePriority {
  const classify = learned && createClassify(learned)
  const majorityClass = learned ? learned.sizes.indexOf(Math.max(...learned.sizes)) : -1
  return (ticket, urgency) => {
    const rated = rate(ticket)
    if (urgency !== 'normal')
      return { ...withUrgency(rated, ticket, urgency), confidence: null, isLearned: false }
    if (!classify || rated.isFirm) return { ...rated, confidence: null, isLearned: false }
    const chances = withHeadStart(classify(ticket.title, pointsOf(rated)), majorityClass)
    const confidence = Math.max(...chances)
    const priority = priorities[chances.indexOf(confidence)] ?? rated.priority
    if (priority === rated.priority) return { ...rated, confidence, isLearned: false }
    return {
      ...rated,
      ...{ priority, confidence, isLearned: true },
      reasons: [...rated.reasons.slice(0, 5), 'similar tickets had this priority'],
    }
  }
}

/** The urgency that the employee chose moves a priority as far as it moves what the rules alone say. */
function withUrgency(rated: RatedByExamples, { title, description }: Text, urgency: Urgency): Rated {
  const text = `${title}\n${description}`
  const [usual, chosen] = (['normal', urgency] as const).map((one) =>
    priorities.indexOf(ratePriority(text, one).priority),
  ) as [number, number]
  const place = priorities.indexOf(rated.priority) + chosen - usual
  return {
    ...rated,
    priority: priorities[Math.min(Math.max(place, 0), priorities.length - 1)] ?? rated.priority,
    reasons: [...rated.reasons.slice(0, 5), `the employee chose urgency "${urgency}"`],
  }
}
