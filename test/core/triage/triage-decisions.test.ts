import { describe, expect, test } from 'vitest'
import type { Ticket } from '../../../core/tickets/ticket.ts'
import type { Choice } from '../../../core/triage/choose-assignee.ts'
import type { Proposal } from '../../../core/triage/proposal.ts'
import { decideAssignment, decideTriage } from '../../../core/triage/triage-decisions.ts'
import { personOf } from '../../../core/users/user.ts'
import {
  assignedTo,
  claimedBy,
  later,
  max,
  mia,
  resolvedBy,
  root,
  ticketOf,
} from '../../support/ticket-fixture.ts'

const now = later(5)
const proposal: Proposal = {
  category: 'Hardware',
  priority: 'urgent',
  summary: 'The printer burns.',
  skills: ['Printers'],
  notes: '- Put it out.',
  confidence: 0.9,
  reasons: ['people or equipment in danger'],
  engine: 'gemini',
  model: 'gemini-3.5-flash-lite',
  fallback: null,
  secrets: [],
  usage: null,
}

describe('triaged', () => {
  test('names similar tickets in the notes, by their numbers alone', () => {
    const notesFor = (shared: number[]) =>
      decideTriage(proposal, { startedAt: now, now, shared })(ticketOf())?.set.notes
    expect(notesFor([12, 40])).toBe('- Put it out.\n- Look at similar tickets: #12, #40.')
    expect(notesFor([])).toBe('- Put it out.')
  })

  test('writes what was found, and enqueues the cards and then the assignment', () => {
    const change = decideTriage(proposal, { startedAt: now, now })(
      ticketOf({ triage: { ...ticketOf().triage, startedAt: later(1) } }),
    )
    expect(change?.set).toEqual({
      summary: 'The printer burns.',
      notes: '- Put it out.',
      priority: 'urgent',
      category: 'Hardware',
      skills: ['Printers'],
      triage: {
        state: 'done',
        engine: 'gemini',
        model: 'gemini-3.5-flash-lite',
        confidence: 0.9,
        reasons: ['people or equipment in danger'],
        fallback: null,
        proposed: { priority: 'urgent', category: 'Hardware', skills: ['Printers'] },
        startedAt: later(1),
        at: now,
      },
    })
    expect(change?.effects).toEqual([
      { queue: 'slack', kind: 'card' },
      { queue: 'slackModerators', kind: 'card' },
      { queue: 'discord', kind: 'card' },
      { queue: 'assign', kind: 'assign' },
    ])
  })

  test.each<[Partial<Proposal>, string]>([
    [{}, 'urgent · Hardware, by Gemini'],
    [{ engine: 'local', model: null }, 'urgent · Hardware, by the local engine'],
    [{ engine: 'local', model: '12' }, 'urgent · Hardware, by the local engine, model 12'],
    [
      { engine: 'local', model: null, fallback: 'Gemini is overloaded' },
      'urgent · Hardware, by the local engine (Gemini is overloaded)',
    ],
  ])('says in the history by which engine: %o', (more, note) => {
    expect(decideTriage({ ...proposal, ...more }, { startedAt: now, now })(ticketOf())?.history).toEqual([
      { by: null, surface: 'desk', action: 'triaged', note },
    ])
  })

  test.each<[string, Partial<Ticket>]>([
    ['priority', { priority: 'low' }],
    ['category', { category: 'HR' }],
    ['skills', { skills: ['C#'] }],
  ])('leaves the %s that a person has set', (_name, given) => {
    expect(decideTriage(proposal, { startedAt: now, now })(ticketOf(given))?.set).toMatchObject(given)
  })

  test('happens to a claimed ticket too', () => {
    expect(decideTriage(proposal, { startedAt: now, now })(ticketOf(claimedBy(max)))?.set).toMatchObject({
      priority: 'urgent',
    })
  })

  test.each<[string, Partial<Ticket>]>([
    ['what is triaged already', { triage: { ...ticketOf().triage, state: 'done' } }],
    ['a deleted ticket', { deleted: true }],
  ])('does nothing to %s', (_name, more) => {
    expect(decideTriage(proposal, { startedAt: now, now })(ticketOf(more))).toBeNull()
  })
})

describe('assigned', () => {
  const candidates = [{ id: max._id, name: max.name, matching: ['Printers'], load: 1 }]
  const choice: Choice = {
    assignee: personOf(max),
    reason: 'knows Printers; has 1 of 10 tickets',
    candidates,
  }
  const nobody: Choice = { assignee: null, reason: 'No moderator is on duty.', candidates: [] }
  const people = { admins: [root._id, mia._id] }

  test('names the person and why, stays open, and tells them', () => {
    const change = decideAssignment(choice, people, now)(ticketOf())
    expect(change?.set).toEqual({
      assignee: personOf(max),
      assignment: { by: 'triage', reason: choice.reason, candidates, at: now },
    })
    expect(change?.history).toEqual([
      { by: null, surface: 'desk', action: 'assigned', note: `to Max Moe: ${choice.reason}` },
    ])
    expect(change?.effects.slice(3)).toEqual([
      { queue: 'slack', kind: 'notify', to: max._id, topic: 'assigned' },
      { queue: 'discord', kind: 'notify', to: max._id, topic: 'assigned' },
      { queue: 'mail', kind: 'notify', to: max._id, topic: 'assigned' },
    ])
  })

  test('with nobody fit leaves it open and tells every admin', () => {
    const change = decideAssignment(nobody, people, now)(ticketOf())
    expect(change?.set).toEqual({
      assignment: {
        ...{ by: 'triage', reason: 'No moderator is on duty.', candidates: [], at: now },
        leftOpenAt: now,
      },
    })
    expect(change?.history).toMatchObject([{ action: 'left open', note: 'No moderator is on duty.' }])
    expect(change?.effects.slice(3)).toEqual(
      people.admins.flatMap((to) =>
        ['slack', 'discord', 'mail'].map((queue) => ({ queue, kind: 'notify', to, topic: 'left-open' })),
      ),
    )
  })

  test.each<[string, Partial<Ticket>]>([
    ['who has claimed it', claimedBy(mia)],
    ['who waits for the requester', { ...claimedBy(mia), status: 'waiting' }],
    ['who is assigned already', assignedTo(mia)],
    ['who has resolved it', resolvedBy(mia)],
    ['nobody when it was resolved meanwhile', { status: 'resolved' }],
    ['nobody when it was deleted meanwhile', { deleted: true }],
  ])('leaves it to %s', (_name, more) => {
    expect(decideAssignment(choice, people, now)(ticketOf(more))).toBeNull()
    expect(decideAssignment(nobody, people, now)(ticketOf(more))).toBeNull()
  })
})
