import { describe, expect, test } from 'vitest'
import { seedCatalog } from '../../../../../core/catalog/seed.ts'
import { trainClassifier } from '../../../../../core/triage/local/classifier/train-classifier.ts'
import {
  examplesOf,
  optionsOfExamples,
} from '../../../../../core/triage/local/examples/learn-from-examples.ts'
import {
  categoriesOfExamples,
  createMatcher,
} from '../../../../../core/triage/local/rules/match-by-examples.ts'
import { createRuleMatcher } from '../../../../../core/triage/local/rules/match-rules.ts'
import { type UnseenTicket, unseenTickets } from '../../unseen-tickets.ts'

const lists = seedCatalog({ skills: [], categories: [] })
const match = createMatcher(lists)
const matchRules = createRuleMatcher(lists)

/** As many as when the examples were last added to. */
describe('of tickets that neither rules nor examples have seen', () => {
  test.each<[UnseenTicket['set'], number]>([
    ['dispatcher', 164],
    ['organisations', 147],
    ['mixed', 137],
  ])('%s: at least %i have the right category, and more than by the rules alone', (set, atLeast) => {
    const tickets = unseenTickets.filter((one) => one.set === set)
    const rightBy = (by: typeof match) =>
      tickets.filter(({ text, category }) => by(text, '').category === category).length
    expect(rightBy(match)).toBeGreaterThanOrEqual(atLeast)
    expect(rightBy(match)).toBeGreaterThan(rightBy(matchRules))
  })
})

test('a category under another name is still the built-in one', () => {
  const categories = lists.categories.map((one) => (one.name === 'HR' ? { ...one, name: 'People' } : one))
  expect(createMatcher({ ...lists, categories })('My payslip lacks the overtime of May', '').category).toBe(
    'People',
  )
})

test('a category of the admin’s own is proposed when a ticket names it', () => {
  const own = { id: 'own', name: 'Facilities', description: '', formerly: [], rules: [], retired: false }
  const categories = [...lists.categories, own]
  expect(createMatcher({ ...lists, categories })('For Facilities: the blinds are stuck', '').category).toBe(
    'Facilities',
  )
})

test('what is not offered is left to the rules', () => {
  const categories = lists.categories.filter(({ name }) => name !== 'Network')
  const { category } = createMatcher({ ...lists, categories })('The Wi-Fi drops in the library', '')
  expect(category).toBe(
    createRuleMatcher({ ...lists, categories })('The Wi-Fi drops in the library', '').category,
  )
})

test('without built-in categories, the rules alone match', () => {
  const categories = lists.categories.map((one) => ({ ...one, rules: [] }))
  const ticket = ['The scanner of ward 3 is dead', 'Since noon.'] as const
  expect(createMatcher({ ...lists, categories })(...ticket)).toEqual(
    createRuleMatcher({ ...lists, categories })(...ticket),
  )
})

test('the calibration is what held-out examples give', () => {
  const { classes, calibration } = categoriesOfExamples
  const { sharpness } = trainClassifier(examplesOf(categoriesOfExamples), classes, optionsOfExamples)
  expect(sharpness / calibration.sharpness).toBeCloseTo(1, 1)
})
