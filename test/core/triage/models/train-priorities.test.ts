import { expect, test } from 'vitest'
import { createPriorityChooser } from '../../../../core/triage/local/choose-priority.ts'
import { trainPriorities } from '../../../../core/triage/models/train-priorities.ts'
import type { TrainingTicket } from '../../../../core/triage/models/training-ticket.ts'

type Value = NonNullable<TrainingTicket['priority']>['value']
const told = (index: number, value: Value | null): TrainingTicket => ({
  title: index % 2 ? `Frobnicator of room ${index}` : `Invoice export ${index}`,
  ...{ description: '', category: 'any', skills: [], resolvedAt: index },
  priority: value && { value, isChosen: true },
})
const tickets = (count: number, priorityOf: (index: number) => Value | null) =>
  Array.from({ length: count }, (_, index) => told(index, priorityOf(index)))
const byThing = (index: number): Value => (index % 2 ? 'low' : 'high')

test('what people give such tickets is learned, with figures beside the rules’', () => {
  const { priorities, figures } = trainPriorities(tickets(200, byThing))
  expect(figures).toEqual({
    ...{ rows: 200, heldOut: 40, accuracy: 1, macroF1: 1, rulesAccuracy: 0 },
    isUsed: true,
  })
  const choose = createPriorityChooser(priorities)
  expect(choose({ title: 'Frobnicator leaks', description: '' }, 'normal').priority).toBe('low')
})

test('what does worse than the rules on held-out tickets is not used', () => {
  const { priorities, figures } = trainPriorities([...tickets(40, () => 'medium'), ...tickets(160, byThing)])
  expect(priorities).toBeNull()
  expect(figures).toMatchObject({ accuracy: 0, rulesAccuracy: 1, isUsed: false })
})

test('tickets that teach no priority leave them to the rules, and newer ones hide none that do', () => {
  const silent = tickets(160, () => null)
  expect(trainPriorities([...tickets(30, byThing), ...silent])).toEqual({ priorities: null, figures: null })
  expect(trainPriorities([...silent, ...tickets(40, byThing)]).figures).toMatchObject({
    rows: 40,
    heldOut: 8,
  })
})
