import { describe, expect, test } from 'vitest'
import { accountNotice } from '../../../../core/notifications/account-notice.ts'
import { ticketUrl } from '../../../../core/notifications/notice.ts'
import type { News } from '../../../../core/notifications/ticket-notice/news.ts'
import { ticketNotice } from '../../../../core/notifications/ticket-notice/ticket-notice.ts'
import type { TicketTopic } from '../../../../core/outbox/topics.ts'
import type { Ticket } from '../../../../core/tickets/ticket.ts'
import { personOf } from '../../../../core/users/user.ts'
import { plainNotice } from '../../../support/plain-notice.ts'
import {
  ann,
  assignedTo,
  claimedBy,
  commentOf,
  max,
  mia,
  monday,
  resolvedBy,
  ticketOf,
} from '../../../support/ticket-fixture.ts'

const appUrl = 'https://desk.example'
const triaged = {
  summary: 'The printer burns.',
  priority: 'urgent',
  category: 'Hardware',
} satisfies Partial<Ticket>

describe('about a ticket', () => {
  test.each<[TicketTopic, Partial<Ticket>, string, string[]]>([
    [
      'assigned',
      { ...triaged, ...assignedTo(max) },
      'Assigned to you: #42 Printer on fire',
      [
        'The printer burns.',
        'Priority: urgent, category: Hardware, from Ann Lee',
        'Why you: knows Printers; has 0 of 10 tickets',
      ],
    ],
    [
      'taken-over',
      claimedBy(max),
      'Taken over: #42 Printer on fire',
      ['Max Moe took over this ticket. You don’t need to do anything.'],
    ],
    [
      'left-open',
      { assignment: { by: 'triage', reason: 'No moderator is on duty.', candidates: [], at: monday } },
      'Nobody assigned: #42 Printer on fire',
      ['Flames come out of **it**.', 'from Ann Lee', 'Nobody was assigned: No moderator is on duty.'],
    ],
    [
      'file-failed',
      {
        files: [
          { id: 'f', name: 'a.exe', type: 'x/y', size: 1, state: 'failed', reason: 'It is no longer there.' },
        ],
      },
      'A file did not arrive: #42 Printer on fire',
      ['“a.exe” did not arrive. It is no longer there.', 'Everything else that you sent is on the ticket.'],
    ],
    [
      'resolved',
      resolvedBy(max),
      'Resolved: #42 Printer on fire',
      ['Max Moe resolved your ticket:', 'Put it out.', 'Not solved? Reply on its page to reopen it.'],
    ],
    [
      'resolved',
      { ...resolvedBy(max), surfaces: { slack: { channel: 'D1', ts: '1.2' } } },
      'Resolved: #42 Printer on fire',
      [
        'Max Moe resolved your ticket:',
        'Put it out.',
        'Not solved? Reply in its Slack thread or on its page to reopen it.',
      ],
    ],
  ])('%s', (topic, more, subject, body) => {
    const ticket = ticketOf(more)
    expect(plainNotice(ticketNotice(topic, ticket, appUrl))).toEqual({
      topic,
      subject,
      body,
      action: { label: 'Open #42', url: `https://desk.example/tickets/${ticket._id}` },
    })
  })

  test.each<[string, Partial<Ticket>, string | undefined, boolean]>([
    ['to its requester', resolvedBy(max), undefined, true],
    ['to somebody who watches', resolvedBy(max), mia._id, false],
    ['to who solved it for themselves', { ...resolvedBy(ann), assignee: personOf(ann) }, undefined, false],
  ])('asks for a rating %s: %s', (_name, more, to, asks) => {
    const ticket = ticketOf(more)
    const { rates } = ticketNotice('resolved', ticket, appUrl, to ? { to } : {})
    expect(rates?.url).toBe(asks ? `https://desk.example/tickets/${ticket._id}#rate` : undefined)
  })

  const line = { at: monday, by: personOf(max), surface: 'web' as const }
  const fromAnn = commentOf()
  const before = { status: 'open' as const, assignee: null, assignment: null }
  const markedDuplicate: Partial<Ticket> = {
    ...resolvedBy(max),
    duplicateOf: { id: '9'.repeat(24), number: 9, surface: 'web', before },
  }
  const note = commentOf({ author: personOf(max), visibility: 'internal', body: 'Psst.' })

  test.each<[TicketTopic, Partial<Ticket>, News, string, string[]]>([
    [
      'resolved',
      resolvedBy(max),
      { to: mia._id },
      'Resolved: #42 Printer on fire',
      ['Max Moe resolved this ticket:', 'Put it out.'],
    ],
    [
      'released',
      {},
      { change: { ...line, action: 'released' } },
      'Released: #42 Printer on fire',
      ['Max Moe returned this ticket to the queue. Any moderator can claim it.'],
    ],
    [
      'status-changed',
      claimedBy(max),
      { to: ann._id, change: { ...line, action: 'claimed' } },
      'In progress: Max Moe: #42 Printer on fire',
      ['Max Moe is working on it.'],
    ],
    [
      'status-changed',
      assignedTo(mia),
      { change: { ...line, by: null, action: 'assigned' } },
      'Open, assigned to Mia Fox: #42 Printer on fire',
      ['The desk assigned it to Mia Fox.'],
    ],
    [
      'status-changed',
      claimedBy(max),
      {},
      'In progress: Max Moe: #42 Printer on fire',
      ['New status: In progress: Max Moe.'],
    ],
    [
      'status-changed',
      markedDuplicate,
      { to: ann._id, change: { ...line, action: 'marked duplicate', note: '#9' } },
      'Duplicate of #9: #42 Printer on fire',
      [
        'Max Moe marked it as a duplicate of #9.',
        'You now follow #9 and will hear when it is resolved.',
        'Not the same problem? Reply on its page to reopen yours.',
      ],
    ],
    [
      'status-changed',
      markedDuplicate,
      { to: mia._id, change: { ...line, action: 'marked duplicate', note: '#9' } },
      'Duplicate of #9: #42 Printer on fire',
      ['Max Moe marked it as a duplicate of #9.'],
    ],
    [
      'status-changed',
      {},
      { to: ann._id, change: { ...line, action: 'unmarked duplicate', note: '#9' } },
      'Open: #42 Printer on fire',
      ['Max Moe found that it is not a duplicate, and reopened it.'],
    ],
    [
      'commented',
      {},
      { comment: fromAnn },
      'Ann Lee commented: #42 Printer on fire',
      ['Ann Lee wrote:', 'It still burns.'],
    ],
    [
      'commented',
      {},
      { comment: note },
      'Internal note by Max Moe: #42 Printer on fire',
      ['Max Moe wrote an internal note, for moderators and admins only:', 'Psst.'],
    ],
    [
      'mentioned',
      {},
      { comment: note },
      'Max Moe mentioned you: #42 Printer on fire',
      ['Max Moe wrote an internal note, for moderators and admins only:', 'Psst.'],
    ],
  ])('%s', (topic, more, news, subject, body) => {
    expect(plainNotice(ticketNotice(topic, ticketOf(more), appUrl, news))).toMatchObject({
      topic,
      subject,
      body,
    })
  })

  test.each<TicketTopic>(['assigned', 'taken-over', 'left-open', 'resolved', 'released', 'status-changed'])(
    '%s is whole even if the ticket has changed meanwhile',
    (topic) => {
      const { body } = plainNotice(ticketNotice(topic, ticketOf(), appUrl))
      expect(body.join(' ')).not.toMatch(/undefined|null/)
    },
  )

  test('a long description is cut', () => {
    const { body } = plainNotice(
      ticketNotice('assigned', ticketOf({ description: 'x'.repeat(9_000) }), appUrl),
    )
    expect(body[0]).toHaveLength(500)
  })

  test('its page is named by its id', () => {
    expect(ticketUrl(appUrl, { _id: 'abc' })).toBe('https://desk.example/tickets/abc')
  })
})

describe('about an account', () => {
  test.each<[Parameters<typeof accountNotice>[0], string]>([
    ['account-created', 'https://desk.example/welcome#s3cret'],
    ['reset-password', 'https://desk.example/welcome#s3cret'],
    ['sign-in', 'https://desk.example/welcome#s3cret'],
    ['address-known', 'https://desk.example/welcome#s3cret'],
    ['second-factor-on', 'https://desk.example/profile'],
    ['second-factor-off', 'https://desk.example/profile'],
    ['second-factor-reset', 'https://desk.example/profile'],
    ['recovery-code-used', 'https://desk.example/profile'],
  ])('%s greets by name and leads to the right page', (topic, url) => {
    const notice = plainNotice(accountNotice(topic, { name: 'Ann Lee', appUrl, token: 's3cret' }))
    expect(notice.body[0]).toMatch(/^Hello Ann Lee, /)
    expect(notice.action?.url).toBe(url)
  })

  test('confirm-address repeats no name, since anyone can sign up with any address', () => {
    const notice = plainNotice(accountNotice('confirm-address', { name: 'Ann Lee', appUrl, token: 's3cret' }))
    expect(notice.body[0]).toMatch(/^Hello, /)
    expect(JSON.stringify(notice)).not.toContain('Ann')
    expect(notice.action?.url).toBe('https://desk.example/welcome#s3cret')
  })

  test('account-created calls nobody by a name that somebody else may have chosen', () => {
    const notice = plainNotice(accountNotice('account-created', { name: '', appUrl, token: 's3cret' }))
    expect(notice.body[0]).toMatch(/^Hello, you now have/)
  })

  test('the secret stands behind the #, where no server’s log sees it, and nowhere else', () => {
    const { subject, body, action } = plainNotice(
      accountNotice('confirm-address', { name: 'A', appUrl, token: 's3cret' }),
    )
    expect(`${subject} ${body.join(' ')}`).not.toContain('s3cret')
    expect(new URL(action?.url ?? '').hash).toBe('#s3cret')
  })
})
