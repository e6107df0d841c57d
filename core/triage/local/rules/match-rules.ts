import { fallbackCategory } from '../../../catalog/built-in.ts'
import type { Entry, Lists } from '../../../catalog/catalog.ts'
import { findNames } from './find-names.ts'
import { keywordRules } from './keyword-rules.ts'
import { inflectionsOf, spellingsOf } from './name-spellings.ts'
import { indexPhrases } from './phrase-index.ts'
import { categoriesByTopic } from './topics-of-category.ts'

/**
 * @property points of each category in the order of the desk's list @property words that decided, four at most
 * @property isNamed whether the rules know a word of the text that speaks for the category
 */
export type Matched = {
  category: string
  confidence: number
  skills: string[]
  words: string[]
  isNamed: boolean
  points: number[]
}

/** How often the rules are right: when no word was found, when two categories are level, when only one has words. */
const [unknown, unsure, sure] = [0.3, 0.45, 0.6]
const titleWeight = 2
const maxSkills = 5
/** What counts for a name on the desk's list that the text mentions. */
const namedWeight = 3

const rulesIn = indexPhrases(
  keywordRules.flatMap((rule, index) => rule.phrases.split(', ').map((phrase) => [phrase, index] as const)),
)

/** Reads tickets by the rules, for one desk's lists. */
export function createRuleMatcher({ categories, skills }: Lists) {
  const byTopic = categoriesByTopic(categories)
  const skillsByRule = new Map(
    skills.flatMap((skill) => skill.rules.map((rule) => [rule, skill.name] as const)),
  )
  const namedCategories = findNames(
    categories.filter((category) => !byTopic.understood(category)).flatMap(namesOf),
    inflectionsOf,
  )
  /** The rules already look for the names of built-in skills. An older name of any skill is as good as its name. */
  const namedSkills = findNames(
    skills.flatMap((one) => (one.rules.length > 0 ? namesOf(one).slice(1) : namesOf(one))),
    spellingsOf,
  )

  /** Counts what the rules find, for the category of each rule's topic and for its skills. */
  function countRules(title: string, description: string, category: Tally, skill: Tally) {
    const inTitle = distinctByMeaning(rulesIn(title))
    const inText = distinctByMeaning(rulesIn(description))
    for (const [index, { topic, skills: called = [], weight = 1 }] of keywordRules.entries()) {
      const titleWords = inTitle.get(index) ?? []
      const words = [...titleWords, ...(inText.get(index) ?? [])]
      const points = weight * (words.length + (titleWeight - 1) * titleWords.length)
      const fitting = byTopic.of(topic)
      if (fitting) category.add(fitting.name, points, words)
      for (const name of called.flatMap((rule) => skillsByRule.get(rule) ?? []))
        skill.add(name, points, words)
    }
  }

  /** Counts the names of the desk's categories. */
  function countNames(text: string, weight: number, category: Tally) {
    for (const [name, words] of distinctByMeaning(namedCategories(text)))
      category.add(name, weight * words.length, words)
  }

  return (title: string, description: string): Matched => {
    const category = tally()
    const skill = tally()
    countRules(title, description, category, skill)
    countNames(title, namedWeight * titleWeight, category)
    countNames(description, namedWeight, category)
    const named = namedSkills(`${title}\n${description}`).map(({ means }) => means)
    const points = categories.map(({ name }) => category.points(name))
    return {
      ...best(points, categories, category, byTopic.other?.name ?? fallbackCategory),
      skills: [...new Set([...named, ...strongest(skill.all())])].slice(0, maxSkills),
      points,
    }
  }
}

/** The category with most points. It is the less certain, the closer the second comes. */
function best(points: number[], categories: readonly Entry[], category: Tally, otherwise: string) {
  const [most, second = 0] = points.toSorted((a, b) => b - a)
  if (!most) return { category: otherwise, confidence: unknown, words: [], isNamed: false }
  const name = categories[points.indexOf(most)]?.name ?? fallbackCategory
  return {
    category: name,
    confidence: Math.round((unsure + (sure - unsure) * ((most - second) / most)) * 100) / 100,
    words: category.words(name).slice(0, 4),
    isNamed: true,
  }
}

const namesOf = ({ name, formerly }: Entry) => [name, ...formerly].map((called) => [called, name] as const)

type Tally = ReturnType<typeof tally>

function tally() {
  const found = new Map<string, { points: number; words: Set<string> }>()
  return {
    add(name: string, points: number, words: string[]) {
      if (points === 0) return
      const had = found.get(name) ?? { points: 0, words: new Set<string>() }
      found.set(name, { points: had.points + points, words: new Set([...had.words, ...words]) })
    },
    points: (name: string) => found.get(name)?.points ?? 0,
    words: (name: string) => [...(found.get(name)?.words ?? [])],
    all: () => [...found].map(([name, { points }]) => [name, points] as const),
  }
}

function distinctByMeaning<T>(found: { words: string; means: T }[]): Map<T, string[]> {
  const words = new Map<T, string[]>()
  for (const { words: phrase, means } of found) {
    const known = words.get(means) ?? []
    if (!known.includes(phrase)) words.set(means, [...known, phrase])
  }
  return words
}

/** Skills with at least half the points of the strongest. A word mentioned in passing counts for nothing. */
function strongest(points: (readonly [string, number])[]) {
  const ranked = points.toSorted((a, b) => b[1] - a[1])
  const bar = (ranked[0]?.[1] ?? 0) / 2
  return ranked.filter(([, score]) => score >= bar).map(([skill]) => skill)
}
