import { expect, test } from 'vitest'
import { repeatsTicketText } from '../../../core/tickets/repeats.ts'

const ticket = { title: 'Printer jams!', description: 'The printer on floor 3 **jams**. Every day.' }

test.each([
  ['Printer jams.', true],
  ['printer  jams', true],
  ['The printer on floor 3 jams.', true],
  ['Printer jams: The printer on floor 3 jams.', true],
  ['', true],
  ['A jam every day, likely tray 2.', false],
  ['Printer jams: every day, likely tray 2.', false],
])('a summary “%s” repeats what is there: %s', (summary, repeated) => {
  expect(repeatsTicketText(summary, ticket)).toBe(repeated)
})
