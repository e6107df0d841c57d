import { type BuiltInCategory, builtInCategories } from '../../../catalog/built-in.ts'
import type { Entry, Lists } from '../../../catalog/catalog.ts'
import { seedCatalog } from '../../../catalog/seed.ts'
import type { Calibration } from '../classifier/calibrate.ts'
import { createClassify } from '../classifier/classify.ts'
import { decidingWords } from '../classifier/deciding-words.ts'
import { type Example, trainCalibrated } from '../classifier/train-classifier.ts'
import { keepLearned } from '../examples/keep-learned.ts'
import { type ExampleTicket, readExamples } from '../examples/read-examples.ts'
import { createRuleMatcher, type Matched } from './match-rules.ts'

type Match = (title: string, description: string) => Matched

/** By cross-validation over the examples: test/core/triage/local/rules/match-by-examples.test.ts. */
export const calibration: Calibration = { rulesWeight: 0, sharpness: 4.82 }

/** A match by rules says this much where it is all that is known. */
const pointsOfSure = 3
const noPoints = builtInCategories.map(() => 0)

/** Reads tickets by the rules, and by what they have in common with the examples where the desk has built-in categories. */
export function createMatcher(lists: Lists): Match {
  const matchRules = createRuleMatcher(lists)
  const places = builtInCategories.map((built) =>
    lists.categories.findIndex(({ rules }) => rules.includes(built)),
  )
  if (places.every((place) => place < 0)) return matchRules
  const builtInOf = new Map(lists.categories.map((entry) => [entry.name, builtIn(entry)]))
  return (title, description) => {
    const matched = matchRules(title, description)
    const named = builtInOf.get(matched.category)
    if (matched.words.length > 0 && !named) return matched
    const text = [title, description].filter(Boolean).join('\n')
    const { classify, wordsFor } = learnCategoriesFromExamples()
    const chances = classify(withRules(text, matched, named), noPoints)
    const confidence = Math.max(...chances)
    const best = chances.indexOf(confidence)
    const category = lists.categories[places[best] ?? -1]?.name
    if (!category) return matched
    return {
      ...matched,
      ...{ category, confidence },
      words: category === matched.category ? matched.words : wordsFor(text, best),
      points: matched.points.map((points, at) => {
        const chance = chances[places.indexOf(at)]
        return chance === undefined ? points : pointsOfSure * chance
      }),
    }
  }
}

const builtIn = ({ rules }: Entry) => builtInCategories.find((one) => rules.includes(one))

/** What the rules say is one more word of the text, as with priorities. */
const withRules = (text: string, { words }: Matched, category: BuiltInCategory | undefined) =>
  `${text}\n${words.length > 0 && category ? `rules${category}` : 'norules'}`

type Known = ReturnType<typeof know>
let known: Known | undefined

/** Takes a second or two after an update. Call it at the start, so that no ticket waits for it. */
export function learnCategoriesFromExamples(): Known {
  known ??= know()
  return known
}

function know() {
  const learned = keepLearned('categories', () =>
    trainCalibrated(categoryExamples(), builtInCategories.length, calibration),
  )
  return { classify: createClassify(learned), wordsFor: decidingWords(learned) }
}

export function categoryExamples(): Example[] {
  const match = createRuleMatcher(seedCatalog({ skills: [], categories: [] }))
  return readExamples().flatMap(({ text, category }: ExampleTicket) => {
    if (!category) return []
    const [title = '', ...lines] = text.split('\n')
    const matched = match(title, lines.join('\n'))
    return {
      text: withRules(
        text,
        matched,
        builtInCategories.find((one) => one === matched.category),
      ),
      label: builtInCategories.indexOf(category),
      pointsOf: () => noPoints,
    }
  })
}
