import { fallbackCategory } from '../../../catalog/built-in.ts'
import type { Entry, Lists } from '../../../catalog/catalog.ts'
import { findNames } from './find-names.ts'
import { keywordRules } from './keyword-rules.ts'
import { inflectionsOf, spellingsOf } from './name-spellings.ts'
import { indexPhrases } from './phrase-index.ts'
import { categoriesByTopic } from './topics-of-category.ts'

/** @property points of each category in the order of the desk's list @property words that decided, four at most */
export type Matched = {
  category: string
  confidence: number
  skills: string[]
  words: string[]
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

  return (title: string, description: string): Matched => {
    const category = tally()
    const skill = tally()
    const both = <T>(find: (text: string) => { words: string; means: T }[]) =>
      [find(title), find(description)].map(distinctByMeaning) as [Map<T, string[]>, Map<T, string[]>]

    const [titleRules, textRules] = both(rulesIn)
    for (const [index, { topic, skills: called = [], weight = 1 }] of keywordRules.entries()) {
      const words = [...(titleRules.get(index) ?? []), ...(textRules.get(index) ?? [])]
      const points = weight * (words.length + (titleWeight - 1) * (titleRules.get(index)?.length ?? 0))
      const fitting = byTopic.of(topic)
      if (fitting) category.add(fitting.name, points, words)
      for (const rule of called) {
        const name = skillsByRule.get(rule)
        if (name) skill.add(name, points, words)
      }
    }
    for (const [at, names] of both(namedCategories).entries())
      for (const [name, words] of names)
        category.add(name, namedWeight * words.length * (at === 0 ? titleWeight : 1), words)
    const named = namedSkills(`${title}\n${description}`).map(({ means }) => means)

    const points = categories.map(({ name }) => category.points(name))
    const [best, second] = [...points].sort((a, b) => b - a)
    const skillNames = [...new Set([...named, ...strongest(skill.all())])].slice(0, maxSkills)
    if (!best)
      return {
        category: byTopic.other?.name ?? fallbackCategory,
        confidence: unknown,
        skills: skillNames,
        words: [],
        points,
      }
    const name = categories[points.indexOf(best)]?.name ?? fallbackCategory
    return {
      category: name,
      confidence: Math.round((unsure + (sure - unsure) * ((best - (second ?? 0)) / best)) * 100) / 100,
      skills: skillNames,
      words: category.words(name).slice(0, 4),
      points,
    }
  }
}

const namesOf = ({ name, formerly }: Entry) => [name, ...formerly].map((called) => [called, name] as const)

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
  for (const { words: said, means } of found) {
    const known = words.get(means) ?? []
    if (!known.includes(said)) words.set(means, [...known, said])
  }
  return words
}

/** Skills with at least half the points of the strongest. A word mentioned in passing counts for nothing. */
function strongest(points: (readonly [string, number])[]) {
  const ranked = points.toSorted((a, b) => b[1] - a[1])
  const bar = (ranked[0]?.[1] ?? 0) / 2
  return ranked.filter(([, score]) => score >= bar).map(([skill]) => skill)
}
