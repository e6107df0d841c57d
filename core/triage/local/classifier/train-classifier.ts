import type { Vocabulary } from '../features/tf-idf.ts'
import { learnTfIdf } from '../features/tf-idf.ts'
import { seededRandom } from '../random.ts'
import { thresholdFor } from './abstain.ts'
import { type Calibration, calibrate, type HeldOut } from './calibrate.ts'
import { holdOut, type Split } from './hold-out.ts'
import { mixed, probabilities, ruleShares } from './score.ts'
import { type Svm, type SvmOptions, scoresInto, trainSvm } from './svm.ts'

/**
 * @property pointsOf what the rules say, asked only of tickets held back @property label the place of the right class
 * @property importance how much it counts, above 0 and up to 1; absent: fully
 */
export type Example = { text: string; pointsOf: () => number[]; label: number; importance?: number }

/**
 * `weights[feature * classes + class]`.
 * @property sizes how many examples each class had @property surely from which confidence on 9 of 10 answers are right
 */
export type Classifier = Calibration & {
  classes: number
  sizes: number[]
  vocabulary: Vocabulary
  weights: Float32Array
  surely: number
}

/** Fewer resolved tickets than this teach less than the rules know. */
export const fewestToLearn = 30

/** A reader of a class can rely on 9 answers of 10. */
const precision = 0.9
/** Passes over many rows bring nothing after this number; few rows take more. Measured: docs/triage.md. */
const passesOf = (rows: number) => Math.min(12, Math.max(4, Math.ceil(60_000 / rows)))
const passesAfterHoldingBack = 2

/**
 * Learns classes from examples. The same examples and seed give the same classifier.
 * @param classes how many there are; some may have no example yet
 */
export function trainClassifier(examples: readonly Example[], classes: number, seed = 1): Classifier {
  const { vocabulary, rows } = learnTfIdf(examples.map(({ text }) => text))
  const labels = Uint32Array.from(examples, ({ label }) => label)
  const importance = Float32Array.from(examples, (one) => one.importance ?? 1)
  const passes = passesOf(examples.length)
  const options = { classes, features: vocabulary.weights.length, seed, passes, importance }
  const train = (more: Partial<SvmOptions>, chosen?: Uint32Array) =>
    trainSvm(rows, labels, { ...options, ...more }, chosen)

  const heldOut: HeldOut[] = []
  const tryOn = (svm: Svm, test: Uint32Array) => {
    for (const row of test) {
      const margins = new Float64Array(classes)
      scoresInto(margins, rows, row, svm.weights)
      const example = examples[row]
      if (example) heldOut.push({ margins, shares: ruleShares(example.pointsOf()), label: example.label })
    }
  }
  const trainOnAll = (splits: Split[]) => {
    const [only] = splits
    if (splits.length === 1 && only) {
      const most = train({}, only.train)
      tryOn(most, only.test)
      return train({ from: most, passes: passesAfterHoldingBack })
    }
    for (const split of splits) tryOn(train({}, split.train), split.test)
    return train({})
  }

  const { weights } = trainOnAll(holdOut(examples.length, seededRandom(seed)))
  const calibration = calibrate(heldOut)
  const answers = heldOut.map((one) => answerOf(one, calibration))
  const sizes = Array.from({ length: classes }, (_, k) => labels.filter((label) => label === k).length)
  return { classes, sizes, vocabulary, weights, ...calibration, surely: thresholdFor(answers, precision) }
}

function answerOf({ margins, shares, label }: HeldOut, { rulesWeight, sharpness }: Calibration) {
  const chances = probabilities(mixed(margins, shares, rulesWeight), sharpness)
  const confidence = Math.max(...chances)
  return { confidence, right: chances[label] === confidence }
}
