import { type Answer, accuracyOf } from '../local/classifier/figures.ts'
import type { Comparison, Figures } from './triage-model.ts'

/** With fewer tickets that both can answer, the figures from the other model's training are more reliable. */
const minToCompare = 50

/**
 * Whether a new model is worse than what is in use.
 * @param answers of the new model, on all held-out tickets
 * @param newer those on tickets that the other has not learned from either; absent: all of them
 * @param others the other's answers on the same tickets as `newer`
 * @param figures of the other; absent for the rules, which learn from no ticket
 */
export function compareAnswers({
  answers,
  newer = answers,
  others,
  figures,
}: {
  answers: readonly Answer[]
  newer?: readonly Answer[]
  others: readonly Answer[]
  figures?: Figures
}): Omit<Comparison, 'with'> {
  if (figures && newer.length < minToCompare) return compareMeasured(answers, figures)
  const rights = newer.map(isRight)
  const lost = others.filter((other, index) => isRight(other) && !rights[index]).length
  const won = others.filter((other, index) => !isRight(other) && rights[index]).length
  return {
    tickets: newer.length,
    accuracy: accuracyOf(newer),
    otherAccuracy: accuracyOf(others),
    isWorse: lost - won > Math.sqrt(lost + won),
  }
}

const isRight = ({ expected, predicted }: Answer) => expected === predicted

/** Each on tickets of its own: chance makes the difference of two shares larger. One standard error is allowed for. */
function compareMeasured(answers: readonly Answer[], { accuracy: otherAccuracy, heldOut }: Figures) {
  const accuracy = accuracyOf(answers)
  const variance = (share: number, count: number) => (share * (1 - share)) / Math.max(1, count)
  const error = Math.sqrt(variance(accuracy, answers.length) + variance(otherAccuracy, heldOut))
  return { tickets: answers.length, accuracy, otherAccuracy, isWorse: otherAccuracy - accuracy > error }
}
