import { type BuiltInCategory, builtInCategories, fallbackCategory } from '../../catalog/built-in.ts'
import { keywordRules } from './keyword-rules.ts'

type Scores = { category: BuiltInCategory; confidence: number; skills: string[]; words: string[] }

const titleWeight = 2
const maxSkills = 5

/** The names that the rules use, for the entries of the desk's lists. */
export type KnownNames = { categories: ReadonlySet<string>; skills: ReadonlySet<string> }

/**
 * Finds the category with the highest score, the strongest skills and up to four words that decided. Uses the names in
 * the rules.
 */
export function matchRules(title: string, description: string, known: KnownNames): Scores {
  const points = new Map<BuiltInCategory, number>()
  const skillPoints = new Map<string, number>()
  const words = new Map<BuiltInCategory, string[]>()
  for (const { words: pattern, category, skills = [], weight = 1 } of keywordRules) {
    const inTitle = distinct(title, pattern)
    const inText = distinct(description, pattern)
    const score = weight * (titleWeight * inTitle.length + inText.length)
    if (score === 0) continue
    if (category) {
      points.set(category, (points.get(category) ?? 0) + score)
      words.set(category, [...(words.get(category) ?? []), ...inTitle, ...inText])
    }
    for (const skill of skills.filter((name) => known.skills.has(name)))
      skillPoints.set(skill, (skillPoints.get(skill) ?? 0) + score)
  }
  const ranked = builtInCategories
    .filter((name) => known.categories.has(name))
    .map((name) => [name, points.get(name) ?? 0] as const)
    .sort((a, b) => b[1] - a[1])
  const [best, second] = [ranked[0], ranked[1]]
  if (!best || best[1] === 0)
    return { category: fallbackCategory, confidence: 0.2, skills: strongest(skillPoints), words: [] }
  return {
    category: best[0],
    confidence: Math.round((0.4 + 0.55 * ((best[1] - (second?.[1] ?? 0)) / best[1])) * 100) / 100,
    skills: strongest(skillPoints),
    words: [...new Set(words.get(best[0]))].slice(0, 4),
  }
}

const distinct = (text: string, pattern: RegExp) => [
  ...new Set([...text.matchAll(pattern)].map(([match]) => match.toLowerCase())),
]

/** Skills with at least half the points of the strongest. A word mentioned in passing counts for nothing. */
function strongest(points: Map<string, number>) {
  const ranked = [...points].sort((a, b) => b[1] - a[1])
  const bar = (ranked[0]?.[1] ?? 0) / 2
  return ranked
    .filter(([, score]) => score >= bar)
    .slice(0, maxSkills)
    .map(([skill]) => skill)
}
