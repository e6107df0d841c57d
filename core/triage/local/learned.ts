import type { Entry } from '../../catalog/catalog.ts'
import { entryFinder } from '../../catalog/names.ts'

/** A category as it was when a model learned it. */
export type TrainedCategory = { id: string; name: string }

/**
 * What was learned, for the categories that a desk offers now, in their order.
 * @property classify the probability of each category for a text, given what the rules say for each
 * @property sizes how many tickets of each category it has seen
 */
export type Learned = {
  classify: (text: string, points: readonly number[]) => number[]
  sizes: readonly number[]
}

/**
 * Fits what was learned to the present list. A renamed category keeps what was learned, a merged one gives it to the one
 * that stays. What is no longer offered keeps its probability: a ticket that belongs there should fit nowhere else.
 */
export function fitLearned(
  { classify, sizes }: Learned,
  trained: readonly TrainedCategory[],
  offered: readonly Entry[],
): Learned {
  const places = trained.map((category) => placeOf(category, offered))
  const summed = (numbers: readonly number[]) => {
    const sums = offered.map(() => 0)
    for (const [at, place] of places.entries())
      if (place >= 0) sums[place] = (sums[place] ?? 0) + (numbers[at] ?? 0)
    return sums
  }
  return {
    classify: (text, points) =>
      summed(
        classify(
          text,
          places.map((place) => points[place] ?? 0),
        ),
      ),
    sizes: summed(sizes),
  }
}

/** By its id, or by a name that it had before it was merged. @returns -1 when it is not offered */
function placeOf({ id, name }: TrainedCategory, offered: readonly Entry[]): number {
  const byId = offered.findIndex((entry) => entry.id === id)
  if (byId >= 0) return byId
  const merged = entryFinder(offered)(name)
  return merged ? offered.indexOf(merged) : -1
}
