/** An answer: how sure, from 0 to 1, and whether it was right. */
export type Answered = { confidence: number; right: boolean }

/** Fewer answers than this say nothing about a share. */
const minAnswers = 20

/**
 * The lowest confidence from which on answers are right often enough, taken together.
 * @param precision the share that has to be right, from 0 to 1
 * @returns infinity when there is none
 */
export function thresholdFor(answers: readonly Answered[], precision: number): number {
  const surest = answers.toSorted((a, b) => b.confidence - a.confidence)
  let threshold = Number.POSITIVE_INFINITY
  let right = 0
  for (const [index, answer] of surest.entries()) {
    if (answer.right) right++
    const last = surest[index + 1]?.confidence !== answer.confidence
    if (last && index + 1 >= minAnswers && right / (index + 1) >= precision) threshold = answer.confidence
  }
  return threshold
}
