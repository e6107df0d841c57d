import { expect, test } from 'vitest'
import type { Candidate } from '../../../core/tickets/assignment.ts'
import { candidateWords } from '../../../core/triage/candidate-words.ts'

const cases: [Partial<Candidate>, string][] = [
  [{}, 'no matching skill; 0 tickets'],
  [{ matching: ['VPN', 'C++'], load: 1 }, 'knows VPN, C++; 1 ticket'],
  [{ load: 2, weightedLoad: 2 }, 'no matching skill; 2 tickets'],
  [{ load: 2, weightedLoad: 4.5 }, 'no matching skill; 2 tickets, 4.5 by priority'],
  [
    { speaks: true, affinity: 0.4 },
    'speaks the ticket’s language; 0 tickets; solves this category well (0.4 of 1)',
  ],
  [{ speaks: false, affinity: 0 }, 'no matching skill; 0 tickets'],
  [{ idleSeconds: null }, 'no matching skill; 0 tickets; never assigned before'],
  [{ idleSeconds: 59 }, 'no matching skill; 0 tickets; last assigned just before'],
  [{ idleSeconds: 60 }, 'no matching skill; 0 tickets; last assigned 1 minute before'],
  [{ idleSeconds: 7_300 }, 'no matching skill; 0 tickets; last assigned 2 hours before'],
  [{ idleSeconds: 200_000 }, 'no matching skill; 0 tickets; last assigned 2 days before'],
]

test.each(cases)('of %j it says: %s', (counted, words) => {
  const said = candidateWords({ id: 'u1', name: 'Ann Lee', matching: [], load: 0, ...counted })
  expect(said).toContain(words)
})
