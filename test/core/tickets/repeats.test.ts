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

const secret = {
  title: 'VPN asks for the password again',
  description: 'I typed my password Sommer2026! five times. Still no VPN.',
}
const picture = {
  title: 'Error in SAP',
  description: 'See the picture. I can not post invoices since 9.',
}
const long = { title: 'Report', description: `${'We tried this and that. '.repeat(20)}The disk is full.` }

test.each([
  [
    'a secret was left out',
    'VPN asks for the password again: I typed my password \\[password removed\\] five times.',
    secret,
    true,
  ],
  ['only a later sentence is repeated', 'Error in SAP: I can not post invoices since 9.', picture, true],
  ['that sentence is far down', 'Report: We tried this and that. The disk is full.', long, false],
])('a summary in which %s', (_what, summary, ticket, repeated) => {
  expect(repeatsTicketText(summary, ticket)).toBe(repeated)
})
