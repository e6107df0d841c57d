import { expect, test } from 'vitest'
import type { Change } from '../../../core/tickets/change.ts'
import { correctedAfter } from '../../../core/tickets/corrections.ts'
import type { Ticket } from '../../../core/tickets/ticket.ts'
import { personOf } from '../../../core/users/user.ts'
import { assignedTo, claimedBy, max, mia, ticketOf } from '../../support/ticket-fixture.ts'

const proposed = { category: 'Hardware', priority: 'low', skills: ['Printers', 'VPN'] } as const
const triaged = (more: Partial<Ticket['triage']> = {}): Ticket['triage'] => ({
  ...ticketOf().triage,
  state: 'done',
  proposed: { ...proposed, skills: [...proposed.skills] },
  ...more,
})
const by = (person: Change['history'][number]['by'], set: Change['set']) => ({
  set,
  history: [{ by: person, surface: 'web' as const, action: 'edited' as const }],
})
const person = personOf(max)

test.each<[string, Partial<Ticket>, Pick<Change, 'set' | 'history'>, string[] | null]>([
  ['another category', {}, by(person, { category: 'HR' }), ['category']],
  ['the proposed category', {}, by(person, { category: 'Hardware' }), null],
  ['priority and skills', {}, by(person, { priority: 'high', skills: [] }), ['priority', 'skills']],
  ['the same skills in another order', {}, by(person, { skills: ['VPN', 'Printers'] }), null],
  [
    'back to the proposal',
    { triage: triaged({ corrected: ['category', 'skills'] }) },
    by(person, { category: 'Hardware' }),
    ['skills'],
  ],
  [
    'the same correction again',
    { triage: triaged({ corrected: ['category'] }) },
    by(person, { category: 'Email' }),
    null,
  ],
  ['what triage did not set', { triage: triaged({ proposed: {} }) }, by(person, { category: 'HR' }), null],
  ['a change by the desk', {}, by(null, { category: 'HR' }), null],
  [
    'before triage',
    { triage: { ...ticketOf().triage, state: 'pending' } },
    by(person, { category: 'HR' }),
    null,
  ],
  ['a claim by another', assignedTo(mia), by(person, { assignee: person }), ['assignee']],
  ['a claim by the assigned one', assignedTo(max), by(person, { assignee: person }), null],
  ['a release', assignedTo(mia), by(personOf(mia), { assignee: null }), ['assignee']],
  ['a claim of an unassigned ticket', {}, by(person, { assignee: person }), null],
  [
    'a handover after a claim',
    {
      ...claimedBy(mia),
      assignment: { ...assignedTo(mia).assignment, by: 'claim' },
    },
    by(person, { assignee: person }),
    null,
  ],
])('%s', (_name, more, change, corrected) => {
  const ticket = ticketOf({ triage: triaged(), ...more })
  expect(correctedAfter(ticket, change).triage?.corrected ?? null).toEqual(corrected)
})

test('keeps what else the change says of triage', () => {
  const change = by(person, { category: 'HR', triage: triaged({ secrets: ['password'] }) })
  expect(correctedAfter(ticketOf({ triage: triaged() }), change).triage).toMatchObject({
    secrets: ['password'],
    corrected: ['category'],
  })
})
