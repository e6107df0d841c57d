import { failuresOf, hasFailed, readResults } from './results.mjs'

const [folder, failedBefore] = process.argv.slice(2)
const runs = ['everyday', 'browser', 'outages', 'demo']

const read = (name) => readResults(`${folder}/${name}.json`)?.testResults ?? []
const first = runs.flatMap(read)
const repeated = runs.flatMap((name) => read(`${name}-repeated`))
const last = [...first.filter(({ name }) => !repeated.some((file) => file.name === name)), ...repeated]

const passed = last
  .flatMap(({ assertionResults }) => assertionResults)
  .filter(({ status }) => status === 'passed').length
const failures = last.flatMap(failuresOf)
const flaky = first
  .filter((file) => hasFailed(file) && repeated.some(({ name }) => name === file.name))
  .flatMap(failuresOf)

for (const line of flaky) console.log(`failed at first: ${line}`)
for (const line of failures) console.log(`failed: ${line}`)
// Lint, attacks and errors outside of tests are no tests, but one failure.
const failed = failures.length === 0 && (failedBefore === '1' || passed === 0) ? 1 : failures.length
console.log(`${passed} passed, ${failed} failed`)
process.exitCode = failed > 0 ? 1 : 0
