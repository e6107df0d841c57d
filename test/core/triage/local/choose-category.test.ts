import { describe, expect, test } from 'vitest'
import type { Entry } from '../../../../core/catalog/catalog.ts'
import { seedCatalog } from '../../../../core/catalog/seed.ts'
import { createCategoryChooser, learnCategories } from '../../../../core/triage/local/choose-category.ts'
import { learnedFrom } from '../../../../core/triage/local/classifier/classify.ts'

const lists = seedCatalog({ skills: [], categories: [] })
const added = (name: string, description = ''): Entry => ({
  ...{ id: name, name, description, formerly: [], rules: [], retired: false },
})
const told = (title: string, category: string, index: number) => ({
  title: `${title} ${index}`,
  description: `It happened again on day ${index}.`,
  category,
})
/** The rules know nothing of coffee; people put it under Hardware. */
const history = Array.from({ length: 40 }, (_, index) => [
  told('The espresso maker leaks', 'Hardware', index),
  told('Frobnicator shows a blank form', 'Software', index),
]).flat()

describe('what people corrected', () => {
  const learned = learnCategories(history, lists)
  const choose = createCategoryChooser(lists, learned && learnedFrom(learned))

  test.each([
    ['Espresso maker makes noise', 'Hardware'],
    ['The frobnicator is blank', 'Software'],
    ['My frobnicator forgets names', 'Software'],
  ])('is learned: %s', (title, category) => {
    expect(choose({ title, description: '' })).toMatchObject({ category, confidence: expect.any(Number) })
    expect(choose({ title, description: '' }).confidence).toBeGreaterThan(0.7)
  })

  test('is the same each time it is learned', () => expect(learnCategories(history, lists)).toEqual(learned))

  test('leaves the rules for what never happened yet', () => {
    expect(choose({ title: 'I was sent a phishing mail', description: '' }).category).toBe('Security')
  })
})

test('what fits nowhere else is not taken for a new category, even if the rules would put a ticket there', () => {
  const offered = { ...lists, categories: [...lists.categories, added('Approvals and the like')] }
  const approvals = Array.from({ length: 40 }, (_, index) => [
    told('Please approve the change request', 'Approvals and the like', index),
    told('The espresso maker leaks', 'Hardware', index),
  ]).flat()
  const learned = learnCategories(approvals, offered)
  const choose = createCategoryChooser(offered, learned && learnedFrom(learned))
  const ticket = { title: 'Who will approve my change request', description: '' }
  expect(choose(ticket).category).toBe('Approvals and the like')
})

test('too few tickets teach nothing', () => expect(learnCategories(history.slice(0, 29), lists)).toBeNull())

test('tickets of a category that is gone are left out', () => {
  expect(
    learnCategories(
      history.map((one) => ({ ...one, category: 'Gone' })),
      lists,
    ),
  ).toBeNull()
})

describe('a category that an admin added', () => {
  const offered = { ...lists, categories: [...lists.categories, added('Facilities')] }
  test('is proposed when the text names it', () => {
    const choose = createCategoryChooser(offered, null)
    expect(choose({ title: 'Facilities: the window does not close', description: '' }).category).toBe(
      'Facilities',
    )
  })
  test('and with history, too', () => {
    const learned = learnCategories(history, offered)
    const choose = createCategoryChooser(offered, learned && learnedFrom(learned))
    expect(choose({ title: 'Facilities: the window does not close', description: '' }).category).toBe(
      'Facilities',
    )
  })
})

test('a skill that an admin added is proposed when the text names it', () => {
  const choose = createCategoryChooser({ ...lists, skills: [...lists.skills, added('Kubernetes')] }, null)
  expect(choose({ title: 'kubernetes pods restart', description: '' }).skills).toContain('Kubernetes')
})

test.each<[string, string]>([
  ['HR Support', 'My payslip is wrong'],
  ['Administrative rights', 'I need local admin on my notebook to install drivers'],
  ['Internal Project', 'Please create a project code'],
  ['Miscellaneous', 'Something is odd'],
  ['Access', 'My badge does not open the door'],
])('the rules know what belongs to a category by its name: %s', (category, title) => {
  const names = [
    'Access',
    'Administrative rights',
    'HR Support',
    'Hardware',
    'Internal Project',
    'Miscellaneous',
    'Purchase',
    'Storage',
  ]
  const choose = createCategoryChooser({ skills: [], categories: names.map((name) => added(name)) }, null)
  expect(choose({ title, description: '' }).category).toBe(category)
})
