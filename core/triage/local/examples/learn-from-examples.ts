import type { Calibration } from '../classifier/calibrate.ts'
import { createClassify } from '../classifier/classify.ts'
import { decidingWords } from '../classifier/deciding-words.ts'
import { type Example, type TrainOptions, trainCalibrated } from '../classifier/train-classifier.ts'
import { keepLearned } from './keep-learned.ts'

/**
 * @property name of the file that keeps what was learned
 * @property texts the examples with the place of their class; what rules say of them is part of the text
 * @property classes how many there are
 */
export type Lesson = {
  name: string
  texts: () => { text: string; label: number }[]
  classes: number
  calibration: Calibration
}

/** Examples differ more than the tickets of one desk, so each of them counts more. Chosen by cross-validation: docs/triage.md. */
export const optionsOfExamples: TrainOptions = { cost: 2 }

/**
 * What examples teach. The first call learns it, which takes a second or two after an update: call it at the start, so
 * that no ticket waits for it. @returns the chances of each class for a text, and the words that speak most for one
 */
export function learnFromExamples(lesson: Lesson) {
  let known: ReturnType<typeof know> | undefined
  return () => {
    known ??= know(lesson)
    return known
  }
}

function know(lesson: Lesson) {
  const { name, classes, calibration } = lesson
  const learned = keepLearned(name, () =>
    trainCalibrated(examplesOf(lesson), classes, calibration, optionsOfExamples),
  )
  const classify = createClassify(learned)
  const none = noPoints(classes)
  return { chancesOf: (text: string) => classify(text, none), wordsFor: decidingWords(learned) }
}

const noPoints = (classes: number): number[] => new Array(classes).fill(0)

/** The examples as the classifier takes them. */
export const examplesOf = ({ texts, classes }: Lesson): Example[] =>
  texts().map((one) => ({ ...one, pointsOf: () => noPoints(classes) }))
