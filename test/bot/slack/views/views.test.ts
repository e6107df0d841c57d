import { describe, expect, test } from 'vitest'
import { listNames, overview } from '../../../../bot/slack/lists/list-place.ts'
import { ticketCard } from '../../../../bot/slack/views/cards/ticket-card.ts'
import { commentMessage } from '../../../../bot/slack/views/comment.ts'
import { withFields } from '../../../../bot/slack/views/forms/field-inputs.ts'
import { ticketModal, ticketModalId } from '../../../../bot/slack/views/forms/ticket-modal.ts'
import { home } from '../../../../bot/slack/views/home.ts'
import { listMessage } from '../../../../bot/slack/views/list-message.ts'
import { directMessage, noticeMessage } from '../../../../bot/slack/views/notice.ts'
import { ticketMessage } from '../../../../bot/slack/views/ticket-message.ts'
import { type CategoryField, fieldKinds } from '../../../../core/catalog/form/category-field.ts'
import { ticketNotice } from '../../../../core/notifications/ticket-notice/ticket-notice.ts'
import type { Comment } from '../../../../core/tickets/comments/comment.ts'
import type { Ticket } from '../../../../core/tickets/ticket.ts'
import { type Actor, personOf } from '../../../../core/users/user.ts'
import { problemsOfBlocks } from '../../../../local/slack/schemas/block-schemas.ts'
import { problemsOfView } from '../../../../local/slack/schemas/view-schema.ts'
import { answered, max, mia, root } from '../../../support/ticket-fixture.ts'
import { forRequester, sampleTicket } from '../sample-ticket.ts'

const appUrl = 'http://localhost:5000'
const long = (length: number) => '<&> '.repeat(length / 4)
const person = { id: 'm'.repeat(24), name: 'Max <!channel> Moe' }

/** As long as each field may be, and made of what has to be escapeMrkdwn. */
const longest = sampleTicket({
  title: long(148),
  description: long(10_000),
  summary: long(4_000),
  category: long(100),
  skills: Array.from({ length: 20 }, () => long(40)),
  fields: Array.from({ length: 10 }, (_, index) => answered(`${index}${long(44)}`, long(3_000))),
  files: Array.from({ length: 10 }, (_, index) => ({
    ...{ id: `${index}`, name: `${index}${long(196)}`, type: 'text/plain', size: 1 },
    ...{ state: 'failed' as const, reason: 'It has more than 25 MB.' },
  })),
  assignee: person,
  status: 'resolved',
  resolution: { text: long(3_000), by: person, at: new Date(0) },
})

/** Every kind of field, with the longest words. */
const everyKind: CategoryField[] = fieldKinds.map((kind, index) => ({
  ...{ key: kind.replace('-', '_').padEnd(40, 'x'), label: `${index}${long(44)}`, kind, required: true },
  help: long(100),
  ...(kind === 'select' ? { options: Array.from({ length: 25 }, (_, n) => `${n}`.padEnd(75, '<')) } : {}),
}))

const comment: Comment = {
  _id: 'd'.repeat(24),
  ticket: 'c'.repeat(24),
  author: person,
  fromRequester: false,
  body: 'Use the **extinguisher**, <!channel>',
  visibility: 'public',
  surface: 'discord',
  relayed: {},
  createdAt: new Date(0),
}

const staffDirect = (ticket: Ticket) =>
  directMessage(ticketNotice('assigned', ticket, appUrl), { ticket, reader: root }, appUrl)

const shownTo = (reader: Actor) => {
  const comments = Array.from({ length: 5 }, () => ({ ...comment, body: long(10_000) }))
  return ticketMessage({ ticket: longest, reader, comments, usualAnswerMinutes: null }, appUrl)
}

const labels = (ticket: Ticket) =>
  ticketCard(forRequester(ticket), appUrl).blocks.flatMap((block) =>
    block.type === 'actions'
      ? block.elements.map((element) => ('text' in element ? element.text?.text : undefined))
      : [],
  )

describe("the requester's card", () => {
  test('says what it is about and who has it', () => {
    const { text, blocks } = ticketCard(forRequester(sampleTicket()), appUrl)
    expect(text).toBe('#42 Printer on fire: Open, assigned to Max Moe')
    expect(blocks.map(({ type }) => type)).toEqual([
      'header',
      'rich_text',
      'section',
      'rich_text',
      'rich_text',
      'rich_text',
      'context',
      'actions',
    ])
    const all = JSON.stringify(blocks)
    for (const words of [
      '*Priority*',
      'Urgent',
      '{"type":"text","text":"Flames","style":{"bold":true}}',
      'Max Moe',
      'A printer burns.',
      'local engine',
    ])
      expect(all).toContain(words)
  })

  test.each([
    ['with somebody', {}],
    ['with nobody yet', { assignee: null }],
  ])('does not say why somebody was chosen, %s', (_, state) => {
    const reason = 'knows VPN; has 3 of 10 tickets'
    const assignment = { by: 'triage' as const, reason, candidates: [], at: new Date() }
    const all = JSON.stringify(
      ticketCard(forRequester(sampleTicket({ status: 'open', assignment, ...state })), appUrl),
    )
    for (const words of ['SECRET', 'Skills', 'of 10', 'knows']) expect(all).not.toContain(words)
  })

  test.each([
    [{ assignee: null }, null, 'We’re finding the right person for it.'],
    [{}, 90, 'Tickets like this usually get an answer within 2 hours.'],
  ])('says what comes next', (state, minutes, words) => {
    const card = ticketCard(forRequester(sampleTicket({ status: 'open', ...state }), minutes), appUrl)
    expect(JSON.stringify(card)).toContain(words)
  })

  test('no longer promises an answer once somebody works on it', () => {
    const card = ticketCard(forRequester(sampleTicket({ status: 'in_progress' }), 90), appUrl)
    expect(JSON.stringify(card)).not.toContain('usually')
  })

  test.each([
    ['open', {}, ['Mark as solved', 'Add details', 'Open in the console']],
    ['waiting', { status: 'waiting' }, ['Mark as solved', 'Add details', 'Open in the console']],
    ['resolved', { status: 'resolved' }, ['Add details', 'Reopen', 'Open in the console']],
    [
      'open and holds a password',
      { triage: { ...sampleTicket().triage, secrets: ['password'] } },
      ['Mark as solved', 'Add details', 'Remove secrets', 'Open in the console'],
    ],
    ['closed', { status: 'closed' }, ['Open in the console']],
    ['deleted', { deleted: true }, []],
  ] as [string, Partial<Ticket>, string[]][])(
    'of a ticket that is %s has its buttons',
    (_, state, expected) => {
      expect(labels(sampleTicket(state))).toEqual(expected)
      const { blocks } = ticketCard(forRequester(sampleTicket(state)), appUrl)
      expect(problemsOfBlocks(blocks, 'message')).toEqual([])
    },
  )

  test("leads to the ticket's page", () => {
    expect(JSON.stringify(ticketCard(forRequester(sampleTicket()), appUrl))).toContain(
      `${appUrl}/tickets/${'c'.repeat(24)}`,
    )
  })
})

test('a comment names its writer and pings nobody', () => {
  const { text, blocks } = commentMessage(comment)
  expect(text).toBe('Max &lt;!channel&gt; Moe: Use the **extinguisher**, &lt;!channel&gt;')
  expect(blocks[0]).toMatchObject({
    type: 'rich_text',
    elements: [
      {
        elements: [{ type: 'text', text: 'Max <!channel> Moe (moderator):', style: { bold: true } }],
      },
    ],
  })
  const element = (text: string) => ({ type: 'text', text })
  const bold = { ...element('extinguisher'), style: { bold: true } }
  const words = [element('Use the '), bold, element(', <!channel>')]
  expect(blocks[1]).toEqual({
    type: 'rich_text',
    elements: [{ type: 'rich_text_section', elements: words }],
  })
})

test("the requester's own words from elsewhere are marked as theirs", () => {
  expect(JSON.stringify(commentMessage({ ...comment, fromRequester: true }))).toContain('(requester)')
})

test('a notice has its subject, its words and where to go on', () => {
  const { text, blocks } = noticeMessage(ticketNotice('resolved', longest, appUrl))
  expect(text).toContain('Resolved: #42')
  expect(blocks.map(({ type }) => type)).toEqual([
    'rich_text',
    'rich_text',
    'rich_text',
    'rich_text',
    // how it went, and its page
    'rich_text',
    'actions',
    'actions',
  ])
})

test('the form is filled in with what was given, cut to what Slack takes', () => {
  const [title, description] = ticketModal({ title: ` ${long(200)} `, description: ' So **hot** ' }).blocks
  expect(title).toMatchObject({ element: { initial_value: expect.stringMatching(/^.{149}…$/) } })
  const elements = [
    { type: 'text', text: 'So ' },
    { type: 'text', text: 'hot', style: { bold: true } },
  ]
  expect(description).toMatchObject({
    element: {
      type: 'rich_text_input',
      initial_value: { type: 'rich_text', elements: [{ type: 'rich_text_section', elements }] },
    },
  })
  expect(JSON.stringify(ticketModal({ title: '  ' }))).not.toContain('initial_value')
})

describe("a moderator's direct message", () => {
  const shown = (ticket: Ticket, reader: Actor) => {
    const { blocks } = directMessage(ticketNotice('assigned', ticket, appUrl), { ticket, reader }, appUrl)
    return JSON.stringify(blocks)
  }

  test('has what moderators need, and the buttons that state and rights allow', () => {
    const open = sampleTicket({ status: 'open', assignee: personOf(max) })
    expect(shown(open, max)).toContain('SECRET notes for moderators')
    expect(shown(open, max)).toContain('ticket_action:claim')
    expect(shown(open, max)).toContain('ticket_assign')
    // Only its handlers may hand it over.
    expect(shown(open, mia)).toContain('ticket_action:claim')
    expect(shown(open, mia)).not.toContain('ticket_assign')
  })

  test.each([
    ['is claimed by somebody else', { status: 'in_progress' as const }],
    ['is deleted', { deleted: true }],
  ])('tells no more of a ticket that %s', (_, state) => {
    const lost = sampleTicket({ assignee: personOf(max), ...state })
    for (const words of ['Flames', 'A printer burns', 'SECRET', 'actions'])
      expect(shown(lost, mia)).not.toContain(words)
  })

  test('to somebody who lost the role has no buttons of moderators', () => {
    const all = shown(sampleTicket({ requester: personOf(max), status: 'in_progress' }), {
      ...max,
      role: 'user',
    })
    expect(all).not.toContain('ticket_')
  })
})

describe("is all within Slack's limits", () => {
  test.each([
    ['the card', ticketCard(forRequester(sampleTicket()), appUrl).blocks],
    ['the longest card', ticketCard(forRequester(longest), appUrl).blocks],
    [
      'the emptiest card',
      ticketCard(forRequester(sampleTicket({ summary: null, skills: [], assignment: null })), appUrl).blocks,
    ],
    ["a deleted ticket's card", ticketCard(forRequester(sampleTicket({ deleted: true })), appUrl).blocks],
    ['the longest comment', commentMessage({ ...comment, body: long(10_000) }).blocks],
    ['the longest notice', noticeMessage(ticketNotice('resolved', longest, appUrl)).blocks],
    ["the longest moderator's card", staffDirect({ ...longest, status: 'in_progress' }).blocks],
    ['the longest ticket with its conversation', shownTo(root).blocks],
    [
      'the longest ticket for its requester',
      shownTo({ ...root, role: 'user', _id: longest.requester.id }).blocks,
    ],
    ["a deleted ticket's direct message", staffDirect({ ...longest, deleted: true, audience: [] }).blocks],
  ])('%s', (_, blocks) => {
    expect(problemsOfBlocks(blocks, 'message')).toEqual([])
    expect(JSON.stringify(blocks).length).toBeLessThan(13_000)
  })

  test('the form, empty and full', () => {
    expect(problemsOfView(ticketModal(), 'modal')).toEqual([])
    const categories = Array.from({ length: 99 }, (_, index) => ({ id: String(index), name: long(40) }))
    const full = { title: long(200), description: long(10_000), takesFiles: true, categories }
    expect(problemsOfView(ticketModal(full), 'modal')).toEqual([])
    const { title, submit = null, close = null, blocks } = ticketModal(full)
    const modal = { title, submit, close, blocks }
    const asking = { id: 'a'.repeat(24), name: long(40), form: { version: 1, fields: everyKind } }
    expect(
      problemsOfView(
        withFields({ ...modal, callback_id: ticketModalId, private_metadata: '' }, asking, {
          hasChanged: true,
        }),
        'modal',
      ),
    ).toEqual([])
    // Slack offers no more options, so triage decides.
    const more = ticketModal({ categories: [...categories, ...categories] })
    expect(JSON.stringify(more)).not.toContain('Category')
  })

  test('the home tab, empty and full', () => {
    expect(problemsOfView(home({ place: overview, pages: [] }), 'home')).toEqual([])
    const place = { list: 'queue' as const, q: long(100), after: 'x'.repeat(1_200) }
    const full = { place, tickets: Array.from({ length: 10 }, () => longest), next: place, previous: place }
    expect(problemsOfView(home({ place, pages: [full] }), 'home')).toEqual([])
    const five = { ...full, tickets: full.tickets.slice(5) }
    const all = listNames.slice(0, 5).map((list) => ({ ...five, place: { list } }))
    expect(problemsOfView(home({ place: overview, pages: all }), 'home')).toEqual([])
    expect(problemsOfBlocks(listMessage(full, null).blocks, 'message')).toEqual([])
  })
})
