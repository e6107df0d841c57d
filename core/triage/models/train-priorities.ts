import { createPriorityChooser, learnPriorities, type Prioritised } from '../local/choose-priority.ts'
import { type Answer, accuracyOf, macroF1Of } from '../local/classifier/figures.ts'
import type { Classifier } from '../local/classifier/train-classifier.ts'
import { compareAnswers } from './compare-answers.ts'
import type { TrainingTicket } from './training-ticket.ts'
import type { PriorityFigures } from './triage-model.ts'

/** @property priorities null: the rules alone do no worse @property figures null: too few tickets teach priorities */
export type TrainedPriorities = { priorities: Classifier | null; figures: PriorityFigures | null }

/**
 * Learns priorities. Tries the result on `heldBack`, and keeps it only if the rules alone are no better there.
 * @param others what else there is to learn from
 */
export function trainPriorities(
  heldBack: readonly TrainingTicket[],
  others: readonly TrainingTicket[],
): TrainedPriorities {
  const [unseen, seen] = [heldBack.flatMap(prioritised), others.flatMap(prioritised)]
  const candidate = learnPriorities(seen)
  if (!candidate || unseen.length === 0) return { priorities: null, figures: null }
  const answers = answersOf(unseen, candidate)
  const { isWorse, otherAccuracy } = compareAnswers({ answers, others: answersOf(unseen, null) })
  const rows = [...unseen, ...seen]
  return {
    priorities: isWorse ? null : learnPriorities(rows),
    figures: {
      ...{ rows: rows.length, heldBack: unseen.length },
      ...{ accuracy: accuracyOf(answers), macroF1: macroF1Of(answers), rulesAccuracy: otherAccuracy },
      isUsed: !isWorse,
    },
  }
}

const prioritised = ({ title, description, priority }: TrainingTicket): Prioritised[] =>
  priority ? [{ title, description, priority: priority.value, isChosen: priority.isChosen }] : []

function answersOf(tickets: readonly Prioritised[], learned: Classifier | null): Answer[] {
  const choose = createPriorityChooser(learned)
  return tickets.map((ticket) => {
    const { priority, confidence } = choose(ticket, 'normal')
    return { expected: ticket.priority, said: priority, confidence: confidence ?? 0 }
  })
}
