import type { Answer } from '../../core/triage/local/classifier/figures.ts'
import type { Timed } from './measure.ts'

/** What an engine answered on the test rows. @property threshold for 90 % accuracy, chosen off them; infinite if none */
export type Result = Timed & {
  task: 'category' | 'priority'
  trainRows: number
  answers: Answer[]
  threshold: number
}

/** @property found the rank of the first right one for each test row, from 1; 0 when not among the first ten */
export type DuplicatesResult = Timed & { task: 'duplicates'; trainRows: number; found: number[] }
