import type { SparseRows } from '../features/sparse-rows.ts'
import { seededRandom, shuffledIndexes } from '../random.ts'

/**
 * One linear support vector machine for each class, against all others. `weights[feature * classes + class]`.
 * `multipliers[row * classes + class]` says how much each row counts: training can continue from them.
 */
export type Svm = { weights: Float32Array; multipliers: Float64Array }

export type SvmOptions = {
  classes: number
  features: number
  seed: number
  /** What a wrong answer costs. Chosen by cross-validation: docs/triage.md. */
  cost?: number
  /** How much each row counts, above 0 and up to 1; all fully when absent. */
  importance?: ArrayLike<number>
  /** Largest number of passes over all rows. */
  passes?: number
  /** A state of an earlier training on the same rows, or on some of them. */
  from?: Svm
}

/** Training ends when no step of a pass was larger. */
const tolerance = 0.05
/** Smaller steps are left out: they take as long as others and change next to nothing. */
const negligible = 0.002

/**
 * Dual coordinate descent for the squared hinge loss: Hsieh et al., “A dual coordinate descent method for large-scale linear SVM”,
 * ICML 2008. All classes are trained in one walk over the rows, since reading a row is what takes time. Rare classes
 * weigh as much as frequent ones.
 * @param labels the class of each row @param chosen which rows to train on; all when absent
 */
export function trainSvm(
  rows: SparseRows,
  labels: ArrayLike<number>,
  { classes, features, seed, cost = 0.3, importance, passes = 12, from }: SvmOptions,
  chosen: Uint32Array = Uint32Array.from({ length: labels.length }, (_, row) => row),
): Svm {
  const weights = from?.weights.slice() ?? new Float32Array(features * classes + block)
  const multipliers = from?.multipliers.slice() ?? new Float64Array(labels.length * classes)
  const softness = softnessOf(labels, chosen, classes, cost)
  const others = 1 / (2 * cost)
  const steps = new Float64Array(classes)
  const lengths = squaredLengths(rows)
  const random = seededRandom(seed)

  /** @returns the largest step that was taken for this row */
  function improve(row: number): number {
    scoresInto(steps, rows, row, weights)
    let largest = 0
    for (let k = 0; k < classes; k++) {
      const sign = labels[row] === k ? 1 : -1
      const diagonal = (sign > 0 ? (softness[k] ?? others) : others) / (importance?.[row] ?? 1)
      const at = row * classes + k
      const old = multipliers[at] ?? 0
      const gradient = sign * (steps[k] ?? 0) - 1 + old * diagonal
      const wanted = Math.max(0, old - gradient / ((lengths[row] ?? 0) + diagonal))
      const next = Math.abs(wanted - old) < negligible ? old : wanted
      multipliers[at] = next
      steps[k] = (next - old) * sign
      largest = Math.max(largest, Math.abs(next - old))
    }
    if (largest > 0) addRow(weights, rows, row, steps)
    return largest
  }

  for (let pass = 0; pass < passes; pass++) {
    let largest = 0
    for (const index of shuffledIndexes(chosen.length, random))
      largest = Math.max(largest, improve(chosen[index] ?? 0))
    if (largest < tolerance) break
  }
  return { weights, multipliers }
}

/** 1 / 2C of each class: the cost C is larger for rare classes. */
function softnessOf(labels: ArrayLike<number>, chosen: Uint32Array, classes: number, cost: number) {
  const sizes = new Float64Array(classes)
  for (const row of chosen) sizes[labels[row] ?? 0] = (sizes[labels[row] ?? 0] ?? 0) + 1
  return sizes.map((size) => (Math.max(size, 1) * classes) / chosen.length / (2 * cost))
}

function squaredLengths({ starts, values }: SparseRows) {
  return Float64Array.from({ length: starts.length - 1 }, (_, row) => {
    let sum = 0
    for (let at = starts[row] ?? 0; at < (starts[row + 1] ?? 0); at++) sum += (values[at] as number) ** 2
    return sum
  })
}

/** Classes are taken four at a time: sums in variables are several times as fast as sums in an array. */
const block = 4

/** Writes the row's score for each class into `scores`. */
export function scoresInto(scores: Float64Array, rows: SparseRows, row: number, weights: Float32Array) {
  const { starts, features, values } = rows
  const classes = scores.length
  const [from, to] = [starts[row] as number, starts[row + 1] as number]
  for (let first = 0; first < classes; first += block) {
    let [a, b, c, d] = [0, 0, 0, 0]
    for (let at = from; at < to; at++) {
      const value = values[at] as number
      const base = (features[at] as number) * classes + first
      a += (weights[base] as number) * value
      b += (weights[base + 1] as number) * value
      c += (weights[base + 2] as number) * value
      d += (weights[base + 3] as number) * value
    }
    // what belongs to the next feature, in the last block, falls off the end
    scores[first] = a
    if (first + 1 < classes) scores[first + 1] = b
    if (first + 2 < classes) scores[first + 2] = c
    if (first + 3 < classes) scores[first + 3] = d
  }
}

function addRow(weights: Float32Array, rows: SparseRows, row: number, steps: Float64Array) {
  const { starts, features, values } = rows
  const classes = steps.length
  const [from, to] = [starts[row] as number, starts[row + 1] as number]
  for (let first = 0; first < classes; first += block) {
    const [a, b, c, d] = [0, 1, 2, 3].map((k) => steps[first + k] ?? 0) as [number, number, number, number]
    if (a === 0 && b === 0 && c === 0 && d === 0) continue
    for (let at = from; at < to; at++) {
      const value = values[at] as number
      const base = (features[at] as number) * classes + first
      weights[base] = (weights[base] as number) + a * value
      weights[base + 1] = (weights[base + 1] as number) + b * value
      weights[base + 2] = (weights[base + 2] as number) + c * value
      weights[base + 3] = (weights[base + 3] as number) + d * value
    }
  }
}
