import { expect, test } from 'vitest'
import { createPriorityChooser, learnPriorities } from '../../../../core/triage/local/choose-priority.ts'

const history = Array.from({ length: 60 }, (_, index) => ({
  title: index % 2 ? `Frobnicator of room ${index}` : `Invoice export ${index}`,
  description: '',
  priority: index % 2 ? ('low' as const) : ('high' as const),
}))
const choose = createPriorityChooser(learnPriorities(history))
const ticket = (title: string) => ({ title, description: '' })

test.each([
  ['Frobnicator jams', 'low'],
  ['Invoice export has a wrong column', 'high'],
])('moves by one step to what people give such tickets: %s', (title, priority) => {
  expect(choose(ticket(title), 'normal')).toMatchObject({
    priority,
    reasons: expect.arrayContaining(['similar tickets had this priority']),
  })
})

test.each([
  ['Frobnicator: whole office without power', 'what harms many', 'high'],
  ['Invoice export, no rush', 'what can wait', 'low'],
  ['Invoice export works again', 'what is solved', 'low'],
])('%s: does not move %s', (title, _what, priority) => {
  expect(choose(ticket(title), 'normal')).toMatchObject({ priority, isLearned: false })
})

test('a proposal that stayed counts less than what a person chose', () => {
  const titles = history.map((one, at) => ({ ...one, title: 'Plotter', isChosen: at % 2 === 0 }))
  const kept = createPriorityChooser(learnPriorities(titles))(ticket('Plotter'), 'normal')
  expect(kept.priority).toBe('high')
})

test('does not move what is urgent, or what the employee has chosen', () => {
  expect(choose(ticket('Frobnicator is on fire'), 'normal').priority).toBe('urgent')
  expect(choose(ticket('Frobnicator jams'), 'high').priority).toBe('medium')
})

test('without history, the rules alone rate', () => {
  expect(learnPriorities(history.slice(0, 29))).toBeNull()
  expect(createPriorityChooser(null)(ticket('Frobnicator jams'), 'normal').priority).toBe('medium')
})
