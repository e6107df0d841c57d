import { createCategoryChooser, learnCategories } from '../../core/triage/local/choose-category.ts'
import { learnedFrom } from '../../core/triage/local/classifier/classify.ts'
import { listsOf } from './lists.ts'
import { cpuSeconds, eachTimed, timed } from './measure.ts'
import { labelled, type Row, sampled } from './read-rows.ts'
import type { Result } from './result.ts'

/** @param train how many rows to learn from; 0 tries the rules alone */
export function evaluateCategory(rows: readonly Row[], train: number, seed: number): Result {
  const lists = listsOf(rows.map(({ category }) => category))
  const history = sampled(labelled(rows, 'train', 'category'), train, seed)
  const tickets = history.map((row) => ({ ...row, category: row.category ?? '' }))
  const { result: learned, seconds } = cpuSeconds(() => learnCategories(tickets, lists, seed))
  const choose = createCategoryChooser(lists, learned && learnedFrom(learned))
  const test = labelled(rows, 'test', 'category')
  const { results, milliseconds } = eachTimed(test, choose)
  return {
    task: 'category',
    trainRows: history.length,
    answers: results.map(({ category: predicted, confidence }, index) => ({
      expected: test[index]?.category ?? '',
      predicted,
      confidence,
    })),
    threshold: learned?.thresholdAt90 ?? Number.POSITIVE_INFINITY,
    ...timed(seconds, milliseconds),
  }
}
