import { parseArgs } from 'node:util'
import { z } from 'zod'
import { variablesSchema } from '../../core/configuration/variables.ts'
import { evaluateCategory } from './evaluate-category.ts'
import { duplicatesIn, evaluateDuplicates } from './evaluate-duplicates.ts'
import { evaluateGemini } from './evaluate-gemini.ts'
import { evaluatePriority } from './evaluate-priority.ts'
import { type Row, readRows } from './read-rows.ts'
import { figuresOf, reportOf } from './report.ts'

const usage =
  'npm run eval:triage -- FILE.jsonl [--task category|priority|duplicates] [--train N] [--seed S] [--engine local|gemini] [--json]'

const tasks = ['category', 'priority', 'duplicates'] as const
type Task = (typeof tasks)[number]

const argumentsSchema = z.object({
  file: z.string(),
  task: z.enum(tasks).optional(),
  train: z.coerce.number().int().min(0).default(Number.MAX_SAFE_INTEGER),
  seed: z.coerce.number().int().default(1),
  engine: z.enum(['local', 'gemini']).default('local'),
  json: z.boolean().default(false),
})

type Options = z.infer<typeof argumentsSchema>

const tooFew = {
  category: 'no test row with a category',
  priority: 'no test row with a priority',
  duplicates: 'no test row whose duplicates are in it',
} as const satisfies Record<Task, string>

/** @throws Error in one line that says what is wrong with the command */
function readOptions(): Options {
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
  const read = argumentsSchema.safeParse({ ...values, file: positionals[0] })
  if (read.success) return read.data
  const wrong = read.error.issues.map(({ path: [name], message }) => `--${String(name)}: ${message}`)
  throw new Error(positionals[0] ? `${wrong.join('; ')}\n${usage}` : usage)
}

/** The tasks that the file has test rows for. @throws Error when there are none */
function tasksFor(rows: readonly Row[], { file, task }: Options): Task[] {
  const test = rows.filter(({ split }) => split === 'test')
  const hasLabels = (one: Task) =>
    one === 'duplicates' ? duplicatesIn(rows).length > 0 : test.some((row) => row[one])
  const possible = (task ? [task] : tasks).filter(hasLabels)
  if (possible.length > 0) return possible
  throw new Error(`${file} has ${task ? tooFew[task] : 'no test row with a label'}.`)
}

async function evaluate(task: Task, all: readonly Row[], options: Options) {
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

async function main() {
  const options = readOptions()
  const rows = readRows(options.file)
  const results = []
  for (const task of tasksFor(rows, options)) results.push(await evaluate(task, rows, options))
  console.log(options.json ? JSON.stringify(figuresOf(results)) : results.map(reportOf).join('\n\n'))
}

try {
  await main()
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
