import { describe, expect, test } from 'vitest'
import { cardMessage } from '../../../../bot/discord/views/card.ts'
import { commentMessage } from '../../../../bot/discord/views/comment.ts'
import { headlineMessage, threadName } from '../../../../bot/discord/views/headline.ts'
import { noticeMessage } from '../../../../bot/discord/views/notice.ts'
import { isLinkable, oneLine, truncateMarkdown } from '../../../../bot/discord/views/text.ts'
import { sentence } from '../../../../core/text/sentence.ts'
import type { Ticket } from '../../../../core/tickets/ticket.ts'
import { validateMessage } from '../../../../local/discord/validation/validate-message.ts'
import { ticketOf } from '../../../support/ticket-fixture.ts'

const at = new Date('2026-05-04T03:02:01Z')
const appUrl = 'https://desk.example.com'

const ticketWith = (changes: Partial<Ticket> = {}): Ticket =>
  ticketOf({
    _id: 'f'.repeat(24),
    description: 'It smokes.',
    requester: { id: 'r', name: 'Eva' },
    createdAt: at,
    updatedAt: at,
    ...changes,
  })

const longest = ticketWith({
  title: '😀'.repeat(150),
  description: `\`\`\`\n${'x'.repeat(9_990)}`,
  status: 'in_progress',
  priority: 'urgent',
  category: 'c'.repeat(500),
  skills: Array.from({ length: 20 }, () => 's'.repeat(40)),
  summary: 'y'.repeat(5_000),
  notes: 'z'.repeat(5_000),
  triage: {
    ...ticketWith().triage,
    state: 'done',
    engine: 'local',
    fallback: 'because '.repeat(100),
  },
  requester: { id: 'r', name: 'N'.repeat(80) },
  assignee: { id: 'm', name: 'M'.repeat(80) },
  resolution: { text: 'r'.repeat(3_000), by: { id: 'm', name: 'M' }, at },
})

const buttonsOf = (ticket: Ticket, url = appUrl) =>
  cardMessage(ticket, url, []).components.flatMap((row) =>
    row.components.flatMap((part) => ('label' in part ? (part.label ?? []) : [])),
  )

describe('the card', () => {
  test('names the duplicates', () => {
    const { fields } = cardMessage(ticketWith(), appUrl, [{ number: 7 }, { number: 9 }]).embeds[0] ?? {}
    expect(fields).toContainEqual({ name: 'Duplicates', value: '#7, #9', inline: true })
  })

  test('keeps within Discord’s limits for the longest ticket', () => {
    validateMessage(cardMessage(longest, appUrl, []), 0)
    const description = cardMessage(longest, appUrl, []).embeds[0]?.description ?? ''
    expect(description.endsWith('…\n```')).toBe(true)
    expect([...description].length).toBeGreaterThan(1_000)
  })

  test('offers what can be done', () => {
    expect(buttonsOf(ticketWith())).toEqual(['Claim', 'Console'])
    expect(buttonsOf(ticketWith({ status: 'waiting' }))).toEqual(['Release', 'Reopen', 'Resolve', 'Console'])
    expect(buttonsOf(ticketWith({ status: 'resolved' }))).toEqual(['Reopen', 'Console'])
    expect(buttonsOf(ticketWith({ status: 'closed', deleted: true }))).toEqual([])
    expect(buttonsOf(ticketWith(), 'http://localhost:5000')).toEqual(['Claim'])
  })

  test('shows what is known, and nothing else', () => {
    const fields = (ticket: Ticket) =>
      Object.fromEntries(
        cardMessage(ticket, appUrl, []).embeds[0]?.fields?.map(({ name, value }) => [name, value]) ?? [],
      )
    expect(fields(ticketWith())).toEqual({
      ...{ Status: 'Open', Urgency: 'Normal', From: 'Eva' },
      Filed: `<t:${Math.floor(ticketWith().createdAt.getTime() / 1_000)}:R>`,
    })
    const assigned = ticketWith({
      priority: 'high',
      summary: 'A fire.',
      assignee: { id: 'm', name: 'Max' },
      assignment: { by: 'triage', reason: 'knows printers', candidates: [], at },
    })
    expect(fields(assigned)).toMatchObject({
      Status: 'Open, assigned to Max',
      Priority: 'High',
      Summary: 'A fire.',
      Assigned: 'Max: knows printers.',
    })
  })

  test('changes its colour with priority and status', () => {
    const colour = (changes: Partial<Ticket>) => cardMessage(ticketWith(changes), appUrl, []).embeds[0]?.color
    const seen = [
      {},
      { priority: 'urgent' as const },
      { status: 'resolved' as const },
      { deleted: true },
    ].map(colour)
    expect(new Set(seen).size).toBe(4)
  })
})

test('the headline shows a title as it was typed, pings nobody and previews no link', () => {
  const ticket = ticketWith({ title: '@everyone *look*\n# at [this](https://evil.example)', priority: 'low' })
  const message = headlineMessage(ticket)
  expect(message.content).toBe(
    '**#42** \\@everyone \\*look\\* # at \\[this\\](https\\://evil\\.example) · Open · Low',
  )
  expect(message).toMatchObject({ allowed_mentions: { parse: [] }, flags: 4 })
  validateMessage(headlineMessage(longest), 0)
})

test('a thread’s name fits and has no status in it', () => {
  expect(threadName(ticketWith({ status: 'resolved' }))).toBe('#42 Printer on fire')
  expect([...threadName(longest)]).toHaveLength(100)
})

test('a comment says who speaks and how to answer, and carries its own time', () => {
  const comment = {
    _id: 'c',
    ticket: 't',
    author: { id: 'r', name: 'Eva' },
    fromRequester: true,
    body: 'w'.repeat(10_000),
    visibility: 'public' as const,
    surface: 'slack' as const,
    relayed: {},
    createdAt: at,
  }
  validateMessage(commentMessage(comment), 0)
  expect(commentMessage(comment).embeds[0]).toMatchObject({
    author: { name: 'Eva (requester)' },
    footer: { text: 'Reply to this message to answer Eva.' },
    timestamp: '2026-05-04T03:02:01.000Z',
  })
  const fromConsole = commentMessage({ ...comment, fromRequester: false, surface: 'web' })
  expect(fromConsole.embeds[0]?.footer?.text).toBe('Sent to the requester from the console.')
})

test('a notice has its link as a button, or in words where Discord takes none', () => {
  const notice = {
    topic: 'assigned' as const,
    subject: sentence`To you: #42 ${'*x*'}`,
    body: [sentence`Because.`],
  }
  const linked = noticeMessage(
    { ...notice, action: { label: sentence`Open`, url: `${appUrl}/tickets/1` } },
    'mark',
  )
  expect(linked.components[0]?.components[0]).toMatchObject({ label: 'Open', url: `${appUrl}/tickets/1` })
  expect(linked.content).toBe('**To you: #42 \\*x\\***')
  const local = noticeMessage(
    { ...notice, action: { label: sentence`Open`, url: 'http://localhost:5000/x' } },
    'mark',
  )
  expect(local.components).toEqual([])
  expect(local.embeds[0]?.description).toBe('Because.\n\nOpen: http://localhost:5000/x')
  validateMessage(linked, 0)
})

test('text is truncateMarkdown by what people see as letters', () => {
  expect(truncateMarkdown('short', 5)).toBe('short')
  expect([...truncateMarkdown('😀'.repeat(50), 20)].length).toBeLessThanOrEqual(20)
  expect(oneLine('  a\n\n b  ', 10)).toBe('a b')
  expect(oneLine('abcdef', 4)).toBe('abc…')
})

test('only web addresses that Discord takes are linked', () => {
  expect(isLinkable('https://desk.example.com/tickets/1')).toBe(true)
  expect(isLinkable('http://127.0.0.1:5000/')).toBe(true)
  for (const url of [
    'http://localhost:5000',
    'ftp://desk.example.com',
    'nonsense',
    `https://a.b/${'x'.repeat(512)}`,
  ])
    expect(isLinkable(url), url).toBe(false)
})
