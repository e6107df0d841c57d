import { expect, test } from 'vitest'
import { seedCatalog } from '../../../../core/catalog/seed.ts'
import type { Ticket } from '../../../../core/tickets/ticket.ts'
import { createReader } from '../../../../core/triage/models/training-ticket.ts'
import { max, resolvedBy, ticketOf } from '../../../support/ticket-fixture.ts'

const read = createReader(seedCatalog({ skills: [], categories: [] }))
const resolved = (more: Partial<Ticket>, triage: Partial<Ticket['triage']>) => {
  const ticket = ticketOf({
    category: 'Hardware',
    priority: 'high',
    urgency: 'normal',
    ...resolvedBy(max),
    ...more,
  })
  return { ...ticket, triage: { ...ticket.triage, ...triage } }
}

test.each<[string, Partial<Ticket>, Partial<Ticket['triage']>, { isChosen: boolean } | null]>([
  ['a proposal that stayed', {}, { proposed: { priority: 'high' } }, { isChosen: false }],
  ['corrected', {}, { proposed: { priority: 'low' }, corrected: ['priority'] }, { isChosen: true }],
  ['chosen before triage', {}, { proposed: { category: 'Hardware' } }, { isChosen: true }],
  ['before proposals were noted', {}, {}, { isChosen: false }],
  ['moved by what was learned', {}, { proposed: { priority: 'high' }, learnedPriority: true }, null],
  [
    'moved by what was learned, and corrected',
    {},
    { proposed: { priority: 'low' }, learnedPriority: true, corrected: ['priority'] },
    { isChosen: true },
  ],
  ['explained by the employee’s urgency', { urgency: 'high' }, { proposed: { priority: 'high' } }, null],
])('the priority of a resolved ticket: %s', async (_name, more, triage, expected) => {
  const { priority } = (await read(resolved(more, triage))) ?? {}
  expect(priority).toEqual(expected && { value: 'high', ...expected })
})
