import { type BuiltInCategory, builtInCategories, fallbackCategory } from '../../catalog/built-in.ts'
import type { Lists } from '../../catalog/catalog.ts'
import { defaultSkills } from '../../catalog/default-skills.ts'
import type { Ticket } from '../../tickets/ticket.ts'
import type { Analysis } from '../proposal.ts'
import { type ChosenCategory, createCategoryChooser } from './choose-category.ts'
import { createPriorityChooser } from './choose-priority.ts'
import type { LearnedLists } from './learned-lists.ts'
import { summarise } from './summarise.ts'

/** First steps that suit nearly every ticket of a category. */
const firstSteps: Record<BuiltInCategory, string[]> = {
  Hardware: [
    'Ask for the model and the asset number.',
    'Try another cable, port or device.',
    'Check the warranty.',
  ],
  Software: ['Ask for the exact version and error message.', 'Restart the application and look for updates.'],
  Network: [
    'Ask where the person is and whether others are affected.',
    'Compare cable and Wi-Fi.',
    'Check the status of the VPN gateway.',
  ],
  Access: [
    'Check whether the account is locked or expired.',
    "Get the owner's approval before you give rights.",
  ],
  Email: ['Check the quota and the service status.', 'Compare the web client with the installed one.'],
  Storage: [
    'Ask for the full path.',
    'Check quota and permissions.',
    'For lost files look into the backup and the recycle bin first.',
  ],
  Security: [
    'Isolate the device; do not switch it off.',
    'Keep the evidence.',
    'Change the credentials that may be known.',
  ],
  Development: [
    'Ask for the commit, the log and the time.',
    'Find the first failing step.',
    'Look at what changed last.',
  ],
  Purchase: ['Check the budget and who approves.', 'Look for a spare one or a free licence first.'],
  HR: ['Handle it confidentially.', 'Ask for the period it is about.'],
  Other: ['Ask what the person wanted to do and what happened instead.'],
}

/** Below this, what the desk has learned is more often wrong than right. Without history, a guess is right often enough. */
const minConfidence = { learned: 0.5, withoutHistory: 0.25 }

const chooseWithoutHistory = createPriorityChooser(null)

/** @property abstained, learnedPriority see Proposal */
export type LocalAnalysis = Analysis & { abstained?: true; learnedPriority?: true }

/**
 * The desk's own triage, with reasons. Used without a model or when the model gives no good answer.
 * @param lists those to choose from. Built-in entries are matched by `rules`, so renaming them breaks nothing.
 * @param learned from the desk's resolved tickets; null without history
 */
export function analyseLocally(
  ticket: Pick<Ticket, 'title' | 'description' | 'urgency'>,
  lists: Lists,
  learned: LearnedLists | null = null,
): LocalAnalysis {
  const chosen = createCategoryChooser(lists, learned?.learnedFor(lists) ?? null)(ticket)
  const choosePriority = learned?.choosePriority ?? chooseWithoutHistory
  const { priority, reasons, isLearned } = choosePriority(ticket, ticket.urgency)
  const unsure = learned
    ? chosen.confidence < minConfidence.learned
    : chosen.confidence < minConfidence.withoutHistory || isEmpty(chosen, lists)
  const category = unsure ? nameOfOther(lists) : chosen.category
  return {
    ...(unsure ? { abstained: true } : {}),
    ...(isLearned ? { learnedPriority: true } : {}),
    category,
    priority,
    skills: chosen.skills.length > 0 || unsure ? chosen.skills : skillsOfCategory(category, lists, learned),
    confidence: chosen.confidence,
    summary: summarise(ticket),
    notes: firstSteps[builtInOf(category, lists)].map((step) => `- ${step}`).join('\n'),
    reasons: [
      ...(unsure ? [doubt(chosen.category, category)] : []),
      ...(!unsure && chosen.words.length > 0 ? [`${category}: ${chosen.words.join(', ')}`] : []),
      ...reasons,
    ].slice(0, 6),
  }
}

/** No word was found that tells a category. */
const isEmpty = ({ category, words, confidence }: ChosenCategory, lists: Lists) =>
  words.length === 0 && category === nameOfOther(lists) && confidence < minConfidence.learned

const doubt = (guess: string, other: string) =>
  guess === other ? 'not sure of the category' : `not sure of the category: perhaps ${guess}`

/** What most tickets of the category needed, or else what an admin has chosen for it. */
function skillsOfCategory(category: string, lists: Lists, learned: LearnedLists | null): string[] {
  const known = learned?.skillsFor(category, lists) ?? []
  return known.length > 0 ? known : defaultSkills(lists, category)
}

const nameOfOther = ({ categories }: Lists) =>
  categories.find(({ rules }) => rules.includes(fallbackCategory))?.name ?? fallbackCategory

const builtInOf = (category: string, { categories }: Lists): BuiltInCategory => {
  const rules = categories.find(({ name }) => name === category)?.rules ?? []
  return builtInCategories.find((name) => rules.includes(name)) ?? fallbackCategory
}
