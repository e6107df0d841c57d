import { createVectorizer } from '../features/tf-idf.ts'
import type { Learned } from '../learned.ts'
import { combineScores, probabilities, ruleShares } from './score.ts'
import { scoresInto } from './svm.ts'
import type { Classifier } from './train-classifier.ts'

/** @returns a function that gives the probability of each class for a text and what the rules say about it */
export function createClassify({ classes, vocabulary, weights, rulesWeight, sharpness }: Classifier) {
  const vectorize = createVectorizer(vocabulary)
  const margins = new Float64Array(classes)
  return (text: string, points: readonly number[]): number[] => {
    scoresInto(margins, vectorize(text), 0, weights)
    return probabilities(combineScores(margins, ruleShares(points), rulesWeight), sharpness)
  }
}

/** What a classifier has learned, for the classes that it was trained on. */
export const learnedFrom = (classifier: Classifier): Learned => ({
  classify: createClassify(classifier),
  sizes: classifier.sizes,
})
