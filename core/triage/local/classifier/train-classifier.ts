import type { SparseRows } from '../features/sparse-rows.ts'
import { learnTfIdf, type Vocabulary } from '../features/tf-idf.ts'
import { seededRandom } from '../random.ts'
import { thresholdFor } from './abstain.ts'
import { type Calibration, calibrate, type HeldOut } from './calibrate.ts'
import { holdOut, type Split } from './hold-out.ts'
import { combineScores, probabilities, ruleShares } from './score.ts'
import { type Svm, type SvmOptions, scoresInto, trainSvm } from './svm.ts'

/**
 * @property pointsOf what the rules say, asked only of held-out examples @property label the place of the right class
 * @property importance how much it counts, above 0 and up to 1; absent: fully
 */
export type Example = { text: string; pointsOf: () => number[]; label: number; importance?: number }

/**
 * `weights[feature * classes + class]`.
 * @property sizes how many examples each class had @property thresholdAt90 the confidence from which on 9 of 10 answers are right; infinity: none
 */
export type Classifier = Calibration & {
  classes: number
  sizes: number[]
  vocabulary: Vocabulary
  weights: Float32Array
  thresholdAt90: number
}

/** @property cost what a wrong answer costs */
export type TrainOptions = Pick<SvmOptions, 'cost'> & { seed?: number }

/** With fewer resolved tickets than this, the rules alone are better. */
export const minToLearn = 30

/** The share of answers above the threshold that must be right. */
const precision = 0.9
/** Many rows need fewer passes than few. Measured: docs/triage.md. */
const passesOf = (rows: number) => Math.min(12, Math.max(4, Math.ceil(60_000 / rows)))
const passesAfterHoldingOut = 2

/**
 * Learns classes from examples. The same examples and seed give the same classifier.
 * @param classes how many there are; some may have no example yet
 */
export function trainClassifier(
  examples: readonly Example[],
  classes: number,
  { seed = 1, cost }: TrainOptions = {},
): Classifier {
  const { vocabulary, rows, labels, train } = prepared(examples, { classes, seed, cost })
  const score = (svm: Svm, test: Uint32Array) => scoresOf(svm, rows, examples, classes, test)

  const { svm, heldOut } = trainOnAll(train, score, holdOut(examples.length, seededRandom(seed)))
  const calibration = calibrate(heldOut)
  const answers = heldOut.map((one) => answerOf(one, calibration))
  return {
    ...{ classes, sizes: sizesOf(labels, classes), vocabulary, weights: svm.weights },
    ...{ ...calibration, thresholdAt90: thresholdFor(answers, precision) },
  }
}

/** Learns from examples whose calibration is known, several times as fast. No threshold is measured. */
export function trainCalibrated(
  examples: readonly Example[],
  classes: number,
  calibration: Calibration,
  { seed = 1, cost }: TrainOptions = {},
): Classifier {
  const { vocabulary, labels, train } = prepared(examples, { classes, seed, cost })
  return {
    ...{ classes, sizes: sizesOf(labels, classes), vocabulary, weights: train().weights },
    ...{ ...calibration, thresholdAt90: Number.POSITIVE_INFINITY },
  }
}

type Known = Pick<SvmOptions, 'classes' | 'seed' | 'cost'>

function prepared(examples: readonly Example[], known: Known) {
  const { vocabulary, rows } = learnTfIdf(examples.map(({ text }) => text))
  const labels = Uint32Array.from(examples, ({ label }) => label)
  const importance = Float32Array.from(examples, (one) => one.importance ?? 1)
  const features = vocabulary.weights.length
  const options = { ...known, features, importance, passes: passesOf(examples.length) }
  const train: Train = (chosen, more) => trainSvm(rows, labels, { ...options, ...more }, chosen)
  return { vocabulary, rows, labels, train }
}

/** @param chosen which rows to train on; all when absent */
type Train = (chosen?: Uint32Array, more?: Partial<SvmOptions>) => Svm
type Score = (svm: Svm, test: Uint32Array) => HeldOut[]

/** Trains without the rows of each split, scores those, and trains on all rows. One split alone is trained on from there. */
function trainOnAll(train: Train, score: Score, splits: Split[]): { svm: Svm; heldOut: HeldOut[] } {
  const [only] = splits
  if (splits.length === 1 && only) {
    const from = train(only.train)
    const heldOut = score(from, only.test)
    return { heldOut, svm: train(undefined, { from, passes: passesAfterHoldingOut }) }
  }
  const heldOut = splits.flatMap((split) => score(train(split.train), split.test))
  return { heldOut, svm: train() }
}

function scoresOf(
  { weights }: Svm,
  rows: SparseRows,
  examples: readonly Example[],
  classes: number,
  test: Uint32Array,
): HeldOut[] {
  return [...test].flatMap((row) => {
    const example = examples[row]
    if (!example) return []
    const margins = new Float64Array(classes)
    scoresInto(margins, rows, row, weights)
    return [{ margins, shares: ruleShares(example.pointsOf()), label: example.label }]
  })
}

const sizesOf = (labels: Uint32Array, classes: number) =>
  Array.from({ length: classes }, (_, k) => labels.filter((label) => label === k).length)

function answerOf({ margins, shares, label }: HeldOut, { rulesWeight, sharpness }: Calibration) {
  const chances = probabilities(combineScores(margins, shares, rulesWeight), sharpness)
  const confidence = Math.max(...chances)
  return { confidence, right: chances[label] === confidence }
}
