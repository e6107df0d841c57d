import { type Priority, priorities, type Urgency } from '../../tickets/ticket-values.ts'
import { fewestToLearn } from './choose-category.ts'
import { createClassify } from './classifier/classify.ts'
import { type Classifier, trainClassifier } from './classifier/train-classifier.ts'
import { ticketText } from './features/ticket-text.ts'
import { type Rated, ratePriority } from './priority/rate-priority.ts'

type Text = { title: string; description: string }

/** A resolved ticket and the priority that people left it with. */
export type Prioritised = Text & { priority: Priority }

const rate = ({ title, description }: Text, urgency: Urgency) =>
  ratePriority(`${title}\n${description}`, urgency)

/** What the rules say, for the classifier: nothing when the text has no sign. */
const pointsOf = ({ priority, signs }: Rated) =>
  priorities.map((one) => (signs > 0 && one === priority ? 3 : 0))

/** Learns from resolved tickets which priority people give. @returns null while there are too few */
export const learnPriorities = (tickets: readonly Prioritised[], seed = 1): Classifier | null =>
  tickets.length < fewestToLearn
    ? null
    : trainClassifier(
        tickets.map((ticket) => ({
          text: ticketText(ticket),
          pointsOf: () => pointsOf(rate(ticket, 'normal')),
          label: priorities.indexOf(ticket.priority),
        })),
        priorities.length,
        seed,
      )

/**
 * The rules rate; what was learned moves the result by one step at most, and not at all when the employee chose an
 * urgency or the text is about danger.
 */
export function createPriorityChooser(learned: Classifier | null) {
  const classify = learned && createClassify(learned)
  return (ticket: Text, urgency: Urgency): Rated & { confidence: number | null } => {
    const rated = rate(ticket, urgency)
    if (!classify || urgency !== 'normal' || rated.priority === 'urgent')
      return { ...rated, confidence: null }
    const chances = classify(ticketText(ticket), pointsOf(rated))
    const most = Math.max(...chances)
    const wanted = chances.indexOf(most)
    const now = priorities.indexOf(rated.priority)
    const moved = priorities[now + Math.sign(wanted - now)] ?? rated.priority
    return {
      ...rated,
      priority: moved,
      confidence: most,
      reasons:
        moved === rated.priority
          ? rated.reasons
          : [...rated.reasons.slice(0, 5), 'similar tickets had this priority'],
    }
  }
}
