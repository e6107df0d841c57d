import { combineScores } from './score.ts'

/** A ticket that training did not see: its scores for each class, what the rules say, and the right class. */
export type HeldOut = { margins: Float64Array; shares: number[]; label: number }

/** @property rulesWeight how much the rules count beside the words @property sharpness of the probabilities */
export type Calibration = { rulesWeight: number; sharpness: number }

/** With little history, how much the rules count was measured once: docs/triage.md. */
const fewTickets = 60
export const rulesWeightOfFew = 0.8
const rulesWeights = [0, 0.1, 0.2, 0.3, 0.4, 0.6, 0.8]
const sharpnesses = Array.from({ length: 30 }, (_, step) => 0.5 * 1.12 ** step)

/** Chooses both so that the probabilities fit the held-out tickets best: least mean logarithmic loss. */
export function calibrate(heldOut: readonly HeldOut[]): Calibration {
  const choices = heldOut.length < fewTickets ? [rulesWeightOfFew] : rulesWeights
  const fitted = choices.map((rulesWeight) => fitSharpness(heldOut, rulesWeight))
  const best = fitted.reduce((a, b) => (b.loss < a.loss ? b : a))
  return { rulesWeight: best.rulesWeight, sharpness: best.sharpness }
}

function fitSharpness(heldOut: readonly HeldOut[], rulesWeight: number) {
  const scored = heldOut.map(({ margins, shares, label }) => ({
    scores: combineScores(margins, shares, rulesWeight),
    label,
  }))
  const losses = sharpnesses.map((sharpness) =>
    scored.reduce((sum, { scores, label }) => sum + lossOf(scores, label, sharpness), 0),
  )
  const loss = Math.min(...losses)
  return { rulesWeight, loss, sharpness: sharpnesses[losses.indexOf(loss)] ?? 1 }
}

/** -ln of the probability of the right class, without making a list of all. */
function lossOf(scores: readonly number[], label: number, sharpness: number): number {
  const right = scores[label] ?? 0
  let sum = 0
  for (const score of scores) sum += Math.exp(sharpness * (score - right))
  return Math.log(sum)
}
