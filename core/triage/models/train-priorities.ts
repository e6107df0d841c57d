import { createPriorityChooser, learnPriorities, type Prioritised } from '../local/choose-priority.ts'
import { type Answer, accuracyOf, macroF1Of } from '../local/classifier/figures.ts'
import type { Classifier } from '../local/classifier/train-classifier.ts'
import { compareAnswers } from './compare-answers.ts'
import { splitNewest } from './split-newest.ts'
import type { TrainingTicket } from './training-ticket.ts'
import type { PriorityFigures } from './triage-model.ts'

/** @property priorities null: rules and examples alone do no worse @property figures null: too few tickets teach priorities */
export type TrainedPriorities = { priorities: Classifier | null; figures: PriorityFigures | null }

/**
 * Learns priorities from the tickets that teach any. Tries the result on the newest fifth of those, and keeps it only if
 * rules and examples alone are no better there. @param tickets the newest first
 */
export function trainPriorities(tickets: readonly TrainingTicket[]): TrainedPriorities {
  const teaching = tickets.flatMap(prioritised)
  const [heldOut, others] = splitNewest(teaching)
  const candidate = learnPriorities(others)
  if (!candidate) return { priorities: null, figures: null }
  const answers = answersOf(heldOut, candidate)
  const { isWorse, otherAccuracy } = compareAnswers({ answers, others: answersOf(heldOut, null) })
  return {
    priorities: isWorse ? null : learnPriorities(teaching),
    figures: {
      ...{ rows: teaching.length, heldOut: heldOut.length },
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
    return { expected: ticket.priority, predicted: priority, confidence: confidence ?? 0 }
  })
}
