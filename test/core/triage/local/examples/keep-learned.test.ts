import { readdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { trainCalibrated } from '../../../../../core/triage/local/classifier/train-classifier.ts'
import { keepLearned } from '../../../../../core/triage/local/examples/keep-learned.ts'

const name = `test-${process.pid}`
const cache = path.join(import.meta.dirname, '../../../../../node_modules/.cache/deskbridge')
const filesOfTest = () =>
  readdirSync(cache)
    .filter((file) => file.startsWith(name))
    .map((file) => path.join(cache, file))

let times = 0
function learn() {
  times++
  const example = (text: string, label: number) => ({ text, label, pointsOf: () => [0, 0] })
  return trainCalibrated([example('red', 0), example('blue', 1)], 2, { rulesWeight: 0, sharpness: 1 })
}

afterEach(() => {
  times = 0
  for (const file of filesOfTest()) rmSync(file)
})

test('what was learned is read the next time', () => {
  const learned = keepLearned(name, learn)
  expect(keepLearned(name, learn)).toEqual(learned)
  expect(times).toBe(1)
})

test('a file that cannot be read is learned anew, and replaced', () => {
  const learned = keepLearned(name, learn)
  for (const file of filesOfTest()) writeFileSync(file, 'cut off')
  expect(keepLearned(name, learn)).toEqual(learned)
  expect(keepLearned(name, learn)).toEqual(learned)
  expect(times).toBe(2)
})

test('what an earlier state of the engine has left goes', () => {
  writeFileSync(path.join(cache, `${name}-0123456789abcdef.bin`), 'old')
  keepLearned(name, learn)
  expect(filesOfTest()).toHaveLength(1)
  expect(filesOfTest()[0]).not.toContain('0123456789abcdef')
})
