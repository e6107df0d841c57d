import { analyseWithGemini, type GeminiSettings } from '../../core/triage/gemini/analyse-with-gemini.ts'
import { priorityIn } from './file-priorities.ts'
import { listsOf } from './lists.ts'
import { timed } from './measure.ts'
import { labelled, type Row } from './read-rows.ts'
import type { Result } from './result.ts'

const oneCallMs = 15_000

/** Asks Gemini for each test row, as the desk does. It learns nothing. An answer that can't be used counts as wrong. */
export async function evaluateGemini(
  rows: readonly Row[],
  task: 'category' | 'priority',
  settings: GeminiSettings,
): Promise<Result> {
  const lists = listsOf(rows.map(({ category }) => category ?? 'Other'))
  const asInFile = priorityIn(rows)
  const answers: Result['answers'] = []
  const milliseconds: number[] = []
  for (const row of labelled(rows, 'test', task)) {
    const before = performance.now()
    const answer = await analyseWithGemini(settings, { ...row, urgency: 'normal' }, lists, oneCallMs).catch(
      () => null,
    )
    milliseconds.push(performance.now() - before)
    answers.push({
      expected: row[task] ?? '',
      predicted: answer
        ? task === 'category'
          ? answer.analysis.category
          : asInFile(answer.analysis.priority)
        : 'no answer',
      confidence: answer?.analysis.confidence ?? 0,
    })
  }
  return { task, trainRows: 0, answers, threshold: Number.POSITIVE_INFINITY, ...timed(0, milliseconds) }
}
