import { expect, test } from 'vitest'
import { ticketLine } from '../../../../bot/slack/views/ticket-rows.ts'

test('a listed ticket’s date is in the reader’s time zone, and nothing that people chose is read as markup', () => {
  const { text, fields } = ticketLine({
    number: 7,
    title: '*Printer* <!channel>',
    status: 'in_progress',
    assignee: { name: 'Max _Moe_' },
    priority: 'high',
    createdAt: new Date('2026-01-02T23:30:00Z'),
  } as Parameters<typeof ticketLine>[0])
  expect(text).toMatchObject({ type: 'plain_text', text: '#7 *Printer* <!channel>' })
  expect(fields).toMatchObject([
    { type: 'plain_text', text: expect.stringContaining('Max _Moe_ · High') },
    {
      type: 'mrkdwn',
      text: '<!date^1767396600^Filed {date_short_pretty}|Filed Jan 2, 2026 (UTC)>',
    },
  ])
})
