/** An answer to compare: classes by name, and how sure the engine was, from 0 to 1. */
export type Answer = { expected: string; predicted: string; confidence: number }

export type PerClass = { name: string; rows: number; precision: number; recall: number; f1: number }

const share = (part: number, whole: number) => (whole === 0 ? 0 : part / whole)

export const accuracyOf = (answers: readonly Answer[]) =>
  share(answers.filter(({ expected, predicted }) => expected === predicted).length, answers.length)

/** For each class that is expected somewhere, as scikit-learn's classification_report defines them. */
export function perClass(answers: readonly Answer[]): PerClass[] {
  const names = [...new Set(answers.map(({ expected }) => expected))].sort()
  return names.map((name) => {
    const rows = answers.filter(({ expected }) => expected === name).length
    const predicted = answers.filter((one) => one.predicted === name).length
    const right = answers.filter((one) => one.predicted === name && one.expected === name).length
    return {
      name,
      rows,
      precision: share(right, predicted),
      recall: share(right, rows),
      f1: share(2 * right, rows + predicted),
    }
  })
}

export const macroF1Of = (answers: readonly Answer[]) => {
  const classes = perClass(answers)
  return share(
    classes.reduce((sum, { f1 }) => sum + f1, 0),
    classes.length,
  )
}

const bins = 10

/** Expected calibration error over ten equal bins: how far confidence is from the share that is right. From 0 to 1. */
export function calibrationError(answers: readonly Answer[]): number {
  const off = Array.from({ length: bins }, (_, bin) => {
    const inside = answers.filter(
      ({ confidence }) => Math.min(bins - 1, Math.floor(confidence * bins)) === bin,
    )
    const sure = inside.reduce((sum, { confidence }) => sum + confidence, 0)
    return Math.abs(sure - accuracyOf(inside) * inside.length)
  })
  return share(
    off.reduce((sum, one) => sum + one, 0),
    answers.length,
  )
}

/** The share of answers at or above a threshold, and the accuracy among them. */
export function coverageAt(answers: readonly Answer[], threshold: number) {
  const sure = answers.filter(({ confidence }) => confidence >= threshold)
  return { coverage: share(sure.length, answers.length), accuracy: accuracyOf(sure) }
}

/** @param portion 0.5 for the median, 0.95 for the 95th percentile */
export function percentile(numbers: readonly number[], portion: number): number {
  const sorted = numbers.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(portion * sorted.length))] ?? 0
}
