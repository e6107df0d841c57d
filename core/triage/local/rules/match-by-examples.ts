import { type BuiltInCategory, builtInCategories } from '../../../catalog/built-in.ts'
import type { Entry, Lists } from '../../../catalog/catalog.ts'
import { seedCatalog } from '../../../catalog/seed.ts'
import { type Lesson, learnFromExamples } from '../examples/learn-from-examples.ts'
import { readExamples } from '../examples/read-examples.ts'
import { createRuleMatcher, type Matched } from './match-rules.ts'

type Match = (title: string, description: string) => Matched

/** The calibration is that of held-out examples: test/core/triage/local/rules/match-by-examples.test.ts. */
export const categoriesOfExamples: Lesson = {
  name: 'categories',
  classes: builtInCategories.length,
  calibration: { rulesWeight: 0, sharpness: 3.84 },
  texts: categorisedExamples,
}

export const learnCategoriesFromExamples = learnFromExamples(categoriesOfExamples)

/** A match by rules says this much where it is all that is known. */
const pointsOfSure = 3

/** Reads tickets by the rules, and by what they have in common with the examples where the desk has built-in categories. */
export function createMatcher(lists: Lists): Match {
  const matchRules = createRuleMatcher(lists)
  const places = builtInCategories.map((built) =>
    lists.categories.findIndex(({ rules }) => rules.includes(built)),
  )
  if (places.every((place) => place < 0)) return matchRules
  const built = lists.categories.map(builtInOf)
  return (title, description) => {
    const matched = matchRules(title, description)
    const isOwn = !built[lists.categories.findIndex(({ name }) => name === matched.category)]
    if (matched.isNamed && isOwn) return matched
    const text = [title, description].filter(Boolean).join('\n')
    const { chancesOf, wordsFor } = learnCategoriesFromExamples()
    const chances = chancesOf(withRules(text, matched, built))
    const confidence = Math.max(...chances)
    const best = chances.indexOf(confidence)
    const place = places[best] ?? -1
    const category = lists.categories[place]?.name
    if (!category) return matched
    return {
      ...matched,
      ...{ category, confidence, isNamed: (matched.points[place] ?? 0) > 0 },
      words: category === matched.category ? matched.words : wordsFor(text, best),
      points: matched.points.map((points, at) => {
        const chance = chances[places.indexOf(at)]
        return chance === undefined ? points : pointsOfSure * chance
      }),
    }
  }
}

const builtInOf = ({ rules }: Entry) => builtInCategories.find((one) => rules.includes(one))

/**
 * Each category for which the rules find anything is one more word of the text, as with priorities.
 * @param built the built-in category at each place of the desk's list
 */
function withRules(text: string, { points }: Matched, built: readonly (BuiltInCategory | undefined)[]) {
  const found = built.filter((category, place) => category && points[place])
  return `${text}\n${found.map((category) => `rules${category}`).join(' ') || 'norules'}`
}

function categorisedExamples() {
  const lists = seedCatalog({ skills: [], categories: [] })
  const match = createRuleMatcher(lists)
  const built = lists.categories.map(builtInOf)
  return readExamples().flatMap(({ text, category }) => {
    if (!category) return []
    const [title = '', ...lines] = text.split('\n')
    const matched = match(title, lines.join('\n'))
    return { text: withRules(text, matched, built), label: builtInCategories.indexOf(category) }
  })
}
