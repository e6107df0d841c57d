import { parseArgs } from 'node:util'
import { z } from 'zod'
import { evaluateCategory } from './evaluate-category.ts'
import { evaluateDuplicates } from './evaluate-duplicates.ts'
import { type Row, readRows } from './read-rows.ts'
import { figuresOf, reportOf } from './report.ts'

const usage =
  'npm run eval:triage -- FILE.jsonl [--task category|priority|duplicates] [--train N] [--seed S] [--engine local|gemini] [--json]'

const tasks = ['category', 'priority', 'duplicates'] as const

const argumentsSchema = z.object({
  file: z.string({ error: usage }),
  task: z.enum(tasks).optional(),
  train: z.coerce.number().int().min(0).default(Number.MAX_SAFE_INTEGER),
  seed: z.coerce.number().int().default(1),
  engine: z.enum(['local', 'gemini']).default('local'),
  json: z.boolean().default(false),
})

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    task: { type: 'string' },
    train: { type: 'string' },
    seed: { type: 'string' },
    engine: { type: 'string' },
    json: { type: 'boolean' },
  },
})
const options = argumentsSchema.parse({ ...values, file: positionals[0] })
const rows = readRows(options.file)

/** The tasks that the file has labels for. */
const possible = tasks.filter((task) =>
  task === 'duplicates' ? rows.some(({ duplicates }) => duplicates?.length) : rows.some((row) => row[task]),
)

const evaluate = (task: (typeof tasks)[number], all: readonly Row[]) =>
  task === 'duplicates' ? evaluateDuplicates(all) : evaluateCategory(all, options.train, options.seed)

const results = (options.task ? [options.task] : possible).map((task) => evaluate(task, rows))
console.log(options.json ? JSON.stringify(figuresOf(results)) : results.map(reportOf).join('\n\n'))
