/** How much the rules say for each class, from 0 to 1. A single word in passing gives no class all of it. */
export function ruleShares(points: readonly number[]): number[] {
  const max = Math.max(3, ...points)
  return points.map((one) => one / max)
}

/** Probabilities that add up to 1, from scores. @param sharpness by calibration: the larger, the surer */
export function probabilities(scores: readonly number[], sharpness: number): number[] {
  const max = Math.max(...scores)
  const powers = scores.map((score) => Math.exp(sharpness * (score - max)))
  const sum = powers.reduce((total, one) => total + one, 0)
  return powers.map((one) => one / sum)
}

/** What the text says by its words, and by the rules. */
export const combineScores = (
  margins: ArrayLike<number>,
  shares: readonly number[],
  rulesWeight: number,
): number[] => shares.map((share, k) => (margins[k] ?? 0) + rulesWeight * share)
