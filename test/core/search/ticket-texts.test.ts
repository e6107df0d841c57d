import { expect, test } from 'vitest'
import { escapeMarkdown } from '../../../core/rich-text/write-markdown.ts'
import { textsOf } from '../../../core/search/ticket-texts.ts'
import { answered, ticketOf } from '../../support/ticket-fixture.ts'

test('what was typed as plain text is found by its characters', () => {
  const typed = ['__init__.py', '\\\\fileserver\\share\\_new', '&nbsp; # 3', 'a:\n    b']
  const ticket = {
    _id: 't',
    number: 7,
    requester: { id: 'a', name: 'Ann' },
    assignee: null,
    title: 'a \\_ title',
    description: escapeMarkdown(typed.join('\n\n')),
    deleted: false,
    createdAt: new Date(0),
  }
  expect(ticket.description).not.toContain('__init__')
  const comments = typed.map((one) => ({
    ticket: 't',
    body: escapeMarkdown(one),
    visibility: 'public' as const,
  }))
  const words = textsOf(ticket, comments).keep[0]?.words
  expect(words).toBe(['a \\_ title', 'ann', typed.join('\n\n'), ...typed].join('\n'))
})

test('a ticket is found by its answers', () => {
  const ticket = ticketOf({ fields: [answered('Serial number', 'SN-4711')] })
  expect(textsOf(ticket, []).keep[0]?.words).toContain('serial number: sn-4711')
})
