import { deserialize, serialize } from 'node:v8'
import { expect, test } from 'vitest'
import { trainClassifier } from '../../../../core/triage/local/classifier/train-classifier.ts'
import { readModelFile, type Trained, writeModelFile } from '../../../../core/triage/models/model-file.ts'

const examples = Array.from({ length: 40 }, (_, row) => ({
  text: row % 2 ? `printer ${row}` : `invoice ${row}`,
  pointsOf: () => [0, 0],
  label: row % 2,
}))
const trained: Trained = {
  categories: [
    { id: 'a', name: 'Hardware' },
    { id: 'b', name: 'Billing' },
  ],
  classifier: trainClassifier(examples, 2),
  ...{ priorities: null, skills: {} },
}

test('a model is read as it was written', () => {
  expect(readModelFile(writeModelFile(trained))).toEqual(trained)
})

test('a model with the older name of its threshold is read', () => {
  const file = deserialize(writeModelFile(trained))
  const { thresholdAt90: surely, ...others } = file.trained.classifier
  const older = serialize({ ...file, trained: { ...file.trained, classifier: { surely, ...others } } })
  expect(readModelFile(older)).toEqual(trained)
})
