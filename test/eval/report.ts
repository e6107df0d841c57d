import {
  accuracyOf,
  calibrationError,
  coverageAt,
  macroF1Of,
  perClass,
} from '../../core/triage/local/classifier/figures.ts'
import type { DuplicatesResult, Result } from './result.ts'

const round = (share: number) => Math.round(share * 10_000) / 10_000
const percent = (share: number) => `${(100 * share).toFixed(1)} %`

/** The figures of the tasks by name. Shares are from 0 to 1; a figure that a task doesn't have is null. */
export function figuresOf(results: readonly (Result | DuplicatesResult)[]) {
  const classified = results.find((one) => one.task !== 'duplicates')
  const duplicates = results.find((one) => one.task === 'duplicates')
  const answers = classified?.answers
  const among = (rank: number) =>
    duplicates && duplicates.found.length > 0
      ? round(duplicates.found.filter((found) => found > 0 && found <= rank).length / duplicates.found.length)
      : null
  const sure = answers && coverageAt(answers, classified.threshold)
  const any = classified ?? duplicates
  return {
    tasks: results.map(({ task }) => task),
    accuracy: answers ? round(accuracyOf(answers)) : null,
    macroF1: answers ? round(macroF1Of(answers)) : null,
    ece: answers ? round(calibrationError(answers)) : null,
    coverageAt90: sure ? round(sure.coverage) : null,
    accuracyAtThreshold: sure ? round(sure.accuracy) : null,
    recallAt5: among(5),
    recallAt10: among(10),
    trainRows: any?.trainRows ?? 0,
    testRows: answers?.length ?? duplicates?.found.length ?? 0,
    trainSeconds: round(any?.trainSeconds ?? 0),
    p50Ms: round(any?.p50Ms ?? 0),
    p95Ms: round(any?.p95Ms ?? 0),
    memoryMb: Math.round(any?.memoryMb ?? 0),
  }
}

/** The same for people. */
export function reportOf(result: Result | DuplicatesResult): string {
  const { trainRows, testRows, ...figures } = figuresOf([result])
  const times = `trained in ${figures.trainSeconds.toFixed(2)} s of processor time; one ticket: ${figures.p50Ms.toFixed(2)} ms (p50), ${figures.p95Ms.toFixed(2)} ms (p95); ${figures.memoryMb} MB`
  const head = `${result.task}: ${trainRows} rows to learn from, ${testRows} to answer`
  if (result.task === 'duplicates')
    return [
      head,
      `recall@5 ${percent(figures.recallAt5 ?? 0)}, recall@10 ${percent(figures.recallAt10 ?? 0)}`,
      times,
    ].join('\n')
  return [
    head,
    `accuracy ${percent(figures.accuracy ?? 0)}, macro-F1 ${percent(figures.macroF1 ?? 0)}, calibration error ${percent(figures.ece ?? 0)}`,
    result.threshold === Number.POSITIVE_INFINITY
      ? 'coverage at 90 %: no confidence is sure enough'
      : `coverage at 90 %: ${percent(figures.coverageAt90 ?? 0)} of the rows have a confidence of ${result.threshold.toFixed(3)} or more; ${percent(figures.accuracyAtThreshold ?? 0)} of those are right`,
    ...perClass(result.answers).map(
      ({ name, rows, precision, recall, f1 }) =>
        `  ${name.padEnd(24)} ${String(rows).padStart(6)} rows  precision ${percent(precision)}  recall ${percent(recall)}  F1 ${percent(f1)}`,
    ),
    times,
  ].join('\n')
}
