import { createPriorityChooser, learnPriorities } from '../../core/triage/local/choose-priority.ts'
import { priorityIn, priorityOf } from './file-priorities.ts'
import { cpuSeconds, eachTimed, timed } from './measure.ts'
import { labelled, type Row, sampled } from './read-rows.ts'
import type { Result } from './result.ts'

/** The employee chose no urgency in any of the rows. @param train how many rows to learn from; 0 tries the rules alone */
export function evaluatePriority(rows: readonly Row[], train: number, seed: number): Result {
  const history = sampled(labelled(rows, 'train', 'priority'), train, seed)
  const tickets = history.flatMap((row) => priorityOf(row).map((priority) => ({ ...row, priority })))
  const { result: learned, seconds } = cpuSeconds(() => learnPriorities(tickets, seed))
  const choose = createPriorityChooser(learned)
  const test = labelled(rows, 'test', 'priority')
  const asInFile = priorityIn(rows)
  const { results, milliseconds } = eachTimed(test, (row) => choose(row, 'normal'))
  return {
    task: 'priority',
    trainRows: history.length,
    answers: results.map(({ priority, confidence }, index) => ({
      expected: test[index]?.priority ?? '',
      predicted: asInFile(priority),
      confidence: confidence ?? 0.5,
    })),
    threshold: learned?.thresholdAt90 ?? Number.POSITIVE_INFINITY,
    ...timed(seconds, milliseconds),
  }
}
