import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { answers } from '../../local/gemini/behaviours.ts'
import { startGemini } from '../../local/gemini/gemini.ts'

const run = promisify(execFile)

let folder = ''
let file = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'eval-'))
  file = join(folder, 'tickets.jsonl')
  await writeFile(file, Array.from({ length: 80 }, (_, index) => JSON.stringify(rowOf(index))).join('\n'))
})
afterAll(() => rm(folder, { recursive: true }))

/** Half of them about coffee, half about forms; each is a duplicate of the one two before it. */
const rowOf = (index: number) => ({
  id: `made-${index}`,
  split: index < 60 ? 'train' : 'test',
  title: index % 2 ? `Espresso maker leaks in kitchen ${index >> 2}` : `Form ${index >> 2} is blank`,
  description: index % 2 ? 'The floor is wet, again.' : 'Nothing to see after I press Send.',
  category: index % 2 ? 'Kitchen' : 'Forms',
  priority: index % 2 ? 'high' : 'low',
  duplicates: index % 4 > 1 ? [String(index - 2)] : [],
})

async function evaluate(more: string[], environment: NodeJS.ProcessEnv = {}) {
  const { stdout } = await run('npx', ['node', 'test/eval/run.ts', file, ...more], {
    env: { ...process.env, ...environment },
  })
  return stdout
}

test('prints one line of JSON for everything that the file has labels for', async () => {
  const out = await evaluate(['--json'])
  expect(out.trim().split('\n')).toHaveLength(1)
  expect(JSON.parse(out)).toMatchObject({
    tasks: ['category', 'priority', 'duplicates'],
    ...{ accuracy: 1, macroF1: 1, coverageAt90: 1, recallAt5: 1, recallAt10: 1, trainRows: 60, testRows: 20 },
  })
})

test('prints a report for people', async () => {
  const out = await evaluate(['--task', 'priority'])
  expect(out).toMatch(/^priority: 60 rows to learn from, 20 to answer\naccuracy 100.0 %, macro-F1 100.0 %/)
  expect(out).toMatch(/trained in .* s of processor time; one ticket: .* ms \(p50\)/)
})

test('learns from as many rows as given; from none, the rules alone answer', async () => {
  expect(
    JSON.parse(await evaluate(['--task', 'category', '--train', '40', '--seed', '3', '--json'])),
  ).toMatchObject({
    trainRows: 40,
  })
  expect(JSON.parse(await evaluate(['--task', 'category', '--train', '0', '--json']))).toMatchObject({
    ...{ trainRows: 0, coverageAt90: 0 },
  })
})

test('asks Gemini', async () => {
  const gemini = await startGemini({ delayMs: 0 })
  const category = {
    category: 'Forms',
    priority: 'low',
    summary: 'A form.',
    skills: [],
    notes: '',
    confidence: 1,
    reasons: [],
  }
  gemini.usually(answers(category))
  const out = await evaluate(['--task', 'category', '--engine', 'gemini', '--json'], {
    GEMINI_API_KEY: gemini.apiKey,
    GEMINI_BASE_URL: gemini.url,
  }).finally(() => gemini.close())
  expect(JSON.parse(out)).toMatchObject({ accuracy: 0.5 })
  expect(gemini.calls).toHaveLength(20)
})

describe('says in a line what is wrong', () => {
  const ticket = { id: '1', split: 'test', title: 'Coffee', category: 'Kitchen' }
  test.each<[string, string, string[], RegExp]>([
    ['a row without a split', '\n\n{"id": "1"}', [], /^No ticket in line 3 of .*: split: /],
    ['half a row', '{"id": ', [], /^No JSON in line 1 of .*\. Each line has to be one JSON object\.$/],
    ['nothing', '', [], /has no test row with a label\.$/],
    ['no test rows', JSON.stringify({ ...ticket, split: 'train' }), [], /has no test row with a label\.$/],
    ['no priorities', JSON.stringify(ticket), ['--task', 'priority'], /has no test row with a priority\.$/],
    [
      'no duplicates',
      JSON.stringify(ticket),
      ['--task', 'duplicates'],
      /has no test row whose duplicates are in it\.$/,
    ],
    ['an unknown task', JSON.stringify(ticket), ['--task', 'all'], /^--task: .*\nnpm run eval:triage/],
    ['no number', JSON.stringify(ticket), ['--train', 'x'], /^--train: .*\nnpm run eval:triage/],
  ])('%s', async (name, content, more, message) => {
    const broken = join(folder, `${name}.jsonl`)
    await writeFile(broken, content)
    const failed = await run('npx', ['node', 'test/eval/run.ts', broken, ...more]).catch((error) => error)
    expect(failed.code).toBe(1)
    expect(failed.stderr.trim()).toMatch(message)
    expect(failed.stderr).not.toContain('    at ')
  })
})

test('reads a file with a byte order mark and Windows line ends', async () => {
  const windows = join(folder, 'windows.jsonl')
  await writeFile(windows, `\uFEFF${(await readFile(file, 'utf8')).replaceAll('\n', '\r\n')}`)
  const { stdout } = await run('npx', ['node', 'test/eval/run.ts', windows, '--task', 'category', '--json'])
  expect(JSON.parse(stdout)).toMatchObject({ trainRows: 60, testRows: 20 })
})
