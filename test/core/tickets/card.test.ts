import { describe, expect, test } from 'vitest'
import { plainOf } from '../../../core/text/sentence.ts'
import { cardOf, statusOf, triageLine } from '../../../core/tickets/card.ts'
import type { Ticket } from '../../../core/tickets/ticket.ts'
import { plainParagraph } from '../../support/plain-notice.ts'
import {
  answered,
  assignedTo,
  claimedBy,
  later,
  max,
  monday,
  resolvedBy,
  ticketOf,
} from '../../support/ticket-fixture.ts'

/** A card with its sentences as plain text. */
function plainCard(...about: Parameters<typeof cardOf>) {
  const { facts, answers, ...card } = cardOf(...about)
  const plain = Object.entries(card).map(([name, words]) => [name, words && plainParagraph(words)])
  return {
    ...(Object.fromEntries(plain) as Record<keyof typeof card, string | null>),
    facts: facts.map(({ name, value }) => ({ name, value: plainOf(value) })),
    answers: answers.map(({ label, value }) => [plainOf(label), plainOf(value)]),
  }
}

const triageOf = (more: Partial<Ticket['triage']>): Partial<Ticket> => ({
  triage: { ...ticketOf().triage, ...more },
})

describe('status', () => {
  test.each<[string, Partial<Ticket>]>([
    ['Open', {}],
    ['Open, assigned to Max Moe', assignedTo(max)],
    ['In progress: Max Moe', claimedBy(max)],
    ['Waiting for the requester, assigned to Max Moe', { ...claimedBy(max), status: 'waiting' }],
    ['Resolved by Max Moe', resolvedBy(max)],
    ['Closed by Max Moe', { ...resolvedBy(max), status: 'closed' }],
    ['Closed', { status: 'closed' }],
    ['Deleted', { status: 'closed', deleted: true }],
  ])('%s', (words, more) => expect(plainOf(statusOf(ticketOf(more)))).toBe(words))
})

describe('triage', () => {
  test.each<[string, Partial<Ticket['triage']>]>([
    ['Being looked at…', {}],
    [
      'Triaged by Gemini (gemini-3.5-flash-lite).',
      { state: 'done', engine: 'gemini', model: 'gemini-3.5-flash-lite' },
    ],
    ['Triaged by the local engine.', { state: 'done', engine: 'local' }],
    ['Triaged by the local engine.', { state: 'done', engine: 'local', language: 'en' }],
    ['Triaged by the local engine. Written in German.', { state: 'done', engine: 'local', language: 'de' }],
    [
      'Triaged by the local engine: Gemini did not answer in time.',
      { state: 'done', engine: 'local', fallback: 'Gemini did not answer in time' },
    ],
  ])('%s', (words, more) => expect(plainOf(triageLine(ticketOf(triageOf(more))))).toBe(words))
})

test('answers are below one another, the long ones shortened, without those that nobody gave', () => {
  const fields = [
    answered('Serial number', 'SN-1'),
    answered('How many are there?', 3),
    answered('Error', `One\n\n  two ${'x'.repeat(400)}`),
    answered('Bought', null),
    answered('Room', null, { required: true }),
  ]
  const { answers } = plainCard(ticketOf({ fields }))
  expect(answers).toEqual([
    ['Serial number:', 'SN-1'],
    ['How many are there?', '3'],
    ['Error:', expect.stringMatching(/^\nOne\n {2}two x+…$/)],
    ['Room:', 'not answered yet'],
  ])
})

describe('assignment', () => {
  const nobody: Partial<Ticket> = {
    assignment: { by: 'triage', reason: 'No moderator is on duty.', candidates: [], at: monday },
  }
  test.each<[string, Partial<Ticket>, string | null]>([
    ['is not known before it is made', {}, null],
    ['says why this person', assignedTo(max), 'Max Moe: knows Printers; has 0 of 10 tickets.'],
    ['says why nobody', nobody, 'Nobody yet: No moderator is on duty. Anyone may claim it.'],
    ['is over once claimed', { ...assignedTo(max), ...claimedBy(max) }, null],
  ])('%s', (_name, more, line) => expect(plainCard(ticketOf(more)).assignment).toBe(line))
})

describe('the card', () => {
  test('of a new ticket shows what is known and nothing empty', () => {
    expect(plainCard(ticketOf())).toEqual({
      answers: [],
      heading: '#42 Printer on fire',
      status: 'Open',
      description: 'Flames come out of **it**.',
      facts: [
        { name: 'Urgency', value: 'Normal' },
        { name: 'From', value: 'Ann Lee' },
      ],
      summary: null,
      notes: null,
      warning: null,
      triage: 'Being looked at…',
      assignment: null,
      resolution: null,
      rating: null,
    })
  })

  test.each<[string, Partial<Ticket>, string | null]>([
    ['with a score', { rating: { score: 4, comment: null, at: later(1) } }, '4 of 5'],
    ['with a comment', { rating: { score: 5, comment: 'Quick.', at: later(1) } }, '5 of 5: “Quick.”'],
    ['of an earlier resolution', { rating: { score: 4, comment: null, at: later(-1) } }, null],
  ])('shows a rating %s', (_name, more, line) =>
    expect(plainCard(ticketOf({ ...resolvedBy(max), ...more })).rating).toBe(line),
  )

  test('of a triaged and resolved one shows all in order', () => {
    const card = plainCard(
      ticketOf({
        ...resolvedBy(max),
        priority: 'urgent',
        category: 'Hardware',
        skills: ['Printers', 'C++'],
        summary: 'The printer burns.',
        notes: '- Water',
      }),
    )
    expect(card.facts.map(({ name, value }) => `${name}: ${value}`)).toEqual([
      'Priority: Urgent',
      'Category: Hardware',
      'Urgency: Normal',
      'Skills: Printers, C++',
      'From: Ann Lee',
    ])
    expect(plainCard(ticketOf(), [{ number: 7 }, { number: 9 }]).facts).toContainEqual({
      name: 'Duplicates',
      value: '#7, #9',
    })
    expect(card).toMatchObject({
      summary: 'The printer burns.',
      notes: '- Water',
      resolution: 'Put it out.',
    })
  })
})
