import { expect, test } from 'vitest'
import { ratePriority } from '../../../../../core/triage/local/priority/rate-priority.ts'
import { labelledTickets } from './labelled-tickets.ts'
import { wordsInContext } from './words-in-context.ts'

const rated = (text: string) => ratePriority(text, 'normal').priority

test.each(wordsInContext)('%s: %s', (text, priority) => expect(rated(text)).toBe(priority))

/** What the rules do not understand yet are mostly emergencies that no usual word names: docs/triage.md. */
test('of 350 labelled tickets, at least 320 are rated as their labels say', () => {
  const right = labelledTickets.filter(([, text, priority]) => rated(text) === priority)
  expect(right.length).toBeGreaterThanOrEqual(320)
})
