import { expect, test } from 'vitest'
import { scoresInto, trainSvm } from '../../../../../core/triage/local/classifier/svm.ts'
import { learnTfIdf } from '../../../../../core/triage/local/features/tf-idf.ts'

const texts = ['printer toner', 'printer paper', 'toner paper', 'vpn tunnel', 'vpn wifi', 'salary']
const labels = [0, 0, 0, 1, 1, 2]
const { vocabulary, rows } = learnTfIdf(texts)
const options = { classes: 3, features: vocabulary.weights.length, seed: 1 }

const answers = (weights: Float32Array) =>
  texts.map((_, row) => {
    const scores = new Float64Array(3)
    scoresInto(scores, rows, row, weights)
    return scores.indexOf(Math.max(...scores))
  })

test('separates what can be separated', () => {
  expect(answers(trainSvm(rows, labels, options).weights)).toEqual(labels)
})

test('gives the same weights for the same seed', () => {
  expect(trainSvm(rows, labels, options)).toEqual(trainSvm(rows, labels, options))
})

test('nearly solves the problem: more passes change little', () => {
  const [some, many] = [12, 400].map((passes) => trainSvm(rows, labels, { ...options, passes }).weights)
  const off = some?.map((weight, at) => Math.abs(weight - (many?.[at] ?? 0))) ?? []
  expect(Math.max(...off)).toBeLessThan(0.02)
})

test('goes on from an earlier state with rows that it had not seen', () => {
  const some = trainSvm(rows, labels, options, Uint32Array.of(0, 1, 3))
  expect(answers(trainSvm(rows, labels, { ...options, from: some }).weights)).toEqual(labels)
})

test('a class without rows never wins', () => {
  const { weights } = trainSvm(rows, labels, { ...options, classes: 4 })
  const scores = new Float64Array(4)
  scoresInto(scores, rows, 0, weights)
  expect(scores[3]).toBeLessThan(0)
})
