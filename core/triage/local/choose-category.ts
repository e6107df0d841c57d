import { fallbackCategory } from '../../catalog/built-in.ts'
import type { Lists } from '../../catalog/catalog.ts'
import { type Classifier, minToLearn, trainClassifier } from './classifier/train-classifier.ts'
import { partsOf, ticketText } from './features/ticket-text.ts'
import type { Learned } from './learned.ts'
import { createMatcher } from './rules/match-by-examples.ts'
import type { Matched } from './rules/match-rules.ts'

type Text = { title: string; description: string }

/** A resolved ticket and the category that people left it in. */
export type Categorised = Text & { category: string }

/**
 * Learns the desk's categories from resolved tickets. Tickets in a category that is no longer offered are left out.
 * @returns null while there are too few
 */
export function learnCategories(tickets: readonly Categorised[], lists: Lists, seed = 1): Classifier | null {
  const match = createMatcher(lists)
  const places = new Map(lists.categories.map(({ name }, place) => [name, place]))
  const examples = tickets.flatMap((ticket) => {
    const label = places.get(ticket.category)
    const { title, description } = partsOf(ticket)
    const pointsOf = () => match(title, description).points
    return label === undefined ? [] : [{ text: ticketText(ticket), pointsOf, label }]
  })
  if (examples.length < minToLearn) return null
  return trainClassifier(examples, lists.categories.length, { seed })
}

const minOfCategory = 3
/** As sure as the rules alone are when a word speaks for a category. */
const minConfidenceOfNew = 0.45

/** @property confidence from 0 to 1: the share of answers with this confidence that are right */
export type ChosenCategory = Pick<Matched, 'category' | 'confidence' | 'words' | 'skills'>

/** @param learned for the same lists, or null without history: then rules and examples choose */
export function createCategoryChooser(lists: Lists, learned: Learned | null) {
  const match = createMatcher(lists)
  /** Nothing has been learned of a category that has hardly had tickets. The fallback category does not count as one. */
  const isNew = ({ category, isNamed, confidence }: Matched) => {
    const place = lists.categories.findIndex(({ name }) => name === category)
    const isFallback = lists.categories[place]?.rules.includes(fallbackCategory)
    const isSure = isNamed && confidence >= minConfidenceOfNew
    return isSure && !isFallback && (learned?.sizes[place] ?? 0) < minOfCategory
  }
  return (ticket: Text): ChosenCategory => {
    const { title, description } = partsOf(ticket)
    const matched = match(title, description)
    if (!learned || isNew(matched)) return matched
    const chances = learned.classify(ticketText(ticket), matched.points)
    const confidence = Math.max(...chances)
    const category = lists.categories[chances.indexOf(confidence)]?.name ?? matched.category
    return { ...matched, category, confidence, words: category === matched.category ? matched.words : [] }
  }
}
