import { expect, test } from 'vitest'
import { explainAssignment } from '../../../core/triage/explain-assignment.ts'

const ann = { id: 'u1', name: 'Ann Lee' }
const bo = { id: 'u2', name: 'Bo Chen' }
const at = new Date('2026-03-02T09:00:00Z')

test('all who were considered are listed with what counted, and who was not and why', () => {
  const assignment = {
    by: 'triage' as const,
    reason: 'knows VPN; has 1 of 10 tickets',
    candidates: [
      { ...ann, matching: ['VPN'], load: 1, weightedLoad: 4, idleSeconds: 3_600 },
      { ...bo, matching: [], load: 0, idleSeconds: null },
    ],
    ruledOut: [
      { id: 'u3', name: 'Cy Diaz', why: 'requester' as const },
      { id: 'u4', name: 'Di Evans', why: 'at capacity' as const },
    ],
    claimBy: new Date('2026-03-02T10:00:00Z'),
    lapsed: [{ id: 'u5', name: 'Ed Fox' }],
    at,
  }
  expect(explainAssignment({ number: 42, title: 'VPN drops', assignee: ann, assignment })).toBe(
    [
      '#42 VPN drops',
      'Assigned to Ann Lee, by triage at 2026-03-02T09:00:00.000Z: knows VPN; has 1 of 10 tickets',
      'It goes to the next person at 2026-03-02T10:00:00.000Z unless somebody claims it.',
      '',
      'Considered, best first:',
      '1. Ann Lee: knows VPN; 1 ticket, 4 by priority; last assigned 1 hour before',
      '2. Bo Chen: no matching skill; 0 tickets; never assigned before',
      '',
      'On duty, and not considered:',
      '- Cy Diaz: filed it',
      '- Di Evans: at capacity',
      '',
      'Did not claim it in time:',
      '- Ed Fox',
    ].join('\n'),
  )
})

test('a ticket that waits for triage, and one that nobody could take, say so', () => {
  const waiting = { number: 1, title: 'Help', assignee: null, assignment: null }
  expect(explainAssignment(waiting)).toBe('#1 Help\nThe desk has assigned it to nobody yet.')
  const open = { by: 'triage' as const, reason: 'No moderator is on duty.', candidates: [], at }
  expect(explainAssignment({ ...waiting, assignment: open })).toBe(
    '#1 Help\nAssigned to nobody, by triage at 2026-03-02T09:00:00.000Z: No moderator is on duty.',
  )
})
