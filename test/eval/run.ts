import { parseArgs } from 'node:util'
import { z } from 'zod'
import { variablesSchema } from '../../core/configuration/variables.ts'
import { evaluateCategory } from './evaluate-category.ts'
import { evaluateDuplicates } from './evaluate-duplicates.ts'
import { evaluateGemini } from './evaluate-gemini.ts'
import { evaluatePriority } from './evaluate-priority.ts'
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

async function evaluate(task: (typeof tasks)[number], all: readonly Row[]) {
  if (task === 'duplicates') return evaluateDuplicates(all)
  if (options.engine === 'gemini') return evaluateGemini(all, task, settings())
  return task === 'category'
    ? evaluateCategory(all, options.train, options.seed)
    : evaluatePriority(all, options.train, options.seed)
}

function settings() {
  const read = variablesSchema
    .pick({ GEMINI_API_KEY: true, GEMINI_MODEL: true, GEMINI_BASE_URL: true })
    .parse(process.env)
  if (!read.GEMINI_API_KEY) throw new Error('Set GEMINI_API_KEY to ask Gemini.')
  return { apiKey: read.GEMINI_API_KEY, model: read.GEMINI_MODEL, baseUrl: read.GEMINI_BASE_URL }
}

const results = []
for (const task of options.task ? [options.task] : possible) results.push(await evaluate(task, rows))
console.log(options.json ? JSON.stringify(figuresOf(results)) : results.map(reportOf).join('\n\n'))
