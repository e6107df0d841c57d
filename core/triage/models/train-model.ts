import type { Entry, Lists } from '../../catalog/catalog.ts'
import { createCategoryChooser, learnCategories } from '../local/choose-category.ts'
import { learnedFrom } from '../local/classifier/classify.ts'
import {
  type Answer,
  accuracyOf,
  calibrationError,
  coverageAt,
  macroF1Of,
} from '../local/classifier/figures.ts'
import type { Classifier } from '../local/classifier/train-classifier.ts'
import { fitLearned, type Learned } from '../local/learned.ts'
import { compareAnswers } from './compare-answers.ts'
import type { Trained } from './model-file.ts'
import { skillsByCategory } from './skills-by-category.ts'
import { splitNewest } from './split-newest.ts'
import { trainPriorities } from './train-priorities.ts'
import type { TrainingTicket } from './training-ticket.ts'
import type { Comparison, Figures, Measured } from './triage-model.ts'

/** The model in use, to compare with. @property at when it was trained, in ms since 1970 */
export type InUse = { number: number; at: number; trained: Trained; figures: Figures }

/**
 * Learns from tickets. Tries the result on the newest fifth, compares it there with the model in use, or with the rules
 * when there is none, and then learns from all tickets.
 * @param tickets the newest first
 * @param lists those that the desk offers
 * @param clock milliseconds
 * @returns null while there are too few tickets
 */
export function trainModel(
  tickets: readonly TrainingTicket[],
  lists: Lists,
  inUse: InUse | null,
  clock: () => number = performance.now.bind(performance),
): ({ trained: Trained } & Measured) | null {
  const begun = clock()
  const [heldOut, others] = splitNewest(tickets)
  const candidate = learn(others, lists)
  const classifier = learn(tickets, lists)
  if (!candidate || !classifier) return null
  const answers = answersOf(heldOut, lists, learnedFrom(candidate))
  const { priorities, figures: priorityFigures } = trainPriorities(tickets)
  const figures: Figures = {
    rows: tickets.length,
    heldOut: heldOut.length,
    accuracy: accuracyOf(answers),
    macroF1: macroF1Of(answers),
    coverageAt90: coverageAt(answers, candidate.thresholdAt90).coverage,
    calibrationError: calibrationError(answers),
    seconds: (clock() - begun) / 1_000,
  }
  return {
    trained: {
      categories: lists.categories.map(named),
      ...{ classifier, priorities, skills: skillsByCategory(tickets) },
    },
    ...{ figures, priorityFigures },
    comparison: compare(heldOut, answers, lists, inUse),
  }
}

const named = ({ id, name }: Entry) => ({ id, name })

function learn(tickets: readonly TrainingTicket[], lists: Lists): Classifier | null {
  const names = new Map(lists.categories.map(({ id, name }) => [id, name]))
  return learnCategories(
    tickets.map((ticket) => ({ ...ticket, category: names.get(ticket.category) ?? '' })),
    lists,
  )
}

function answersOf(tickets: readonly TrainingTicket[], lists: Lists, learned: Learned | null): Answer[] {
  const choose = createCategoryChooser(lists, learned)
  const names = new Map(lists.categories.map(({ id, name }) => [id, name]))
  return tickets.map((ticket) => {
    const { category, confidence } = choose(ticket)
    return { expected: names.get(ticket.category) ?? '', predicted: category, confidence }
  })
}

/** The model in use has learned from what was resolved before it was trained, so only newer tickets tell how it does. */
function compare(
  heldOut: readonly TrainingTicket[],
  answers: readonly Answer[],
  lists: Lists,
  inUse: InUse | null,
): Comparison {
  if (!inUse) return { with: null, ...compareAnswers({ answers, others: answersOf(heldOut, lists, null) }) }
  const { number, at, trained, figures } = inUse
  const learned = fitLearned(learnedFrom(trained.classifier), trained.categories, lists.categories)
  const unseen = heldOut.map(({ resolvedAt }) => resolvedAt > at)
  const ofUnseen = <T>(list: readonly T[]) => list.filter((_, index) => unseen[index])
  const others = answersOf(ofUnseen(heldOut), lists, learned)
  return { with: number, ...compareAnswers({ answers, newer: ofUnseen(answers), others, figures }) }
}
