import type { HomeView, SectionBlock } from '@slack/types'
import { ticketUrl } from '../../../core/notifications/notice.ts'
import { statusOf } from '../../../core/tickets/card.ts'
import type { ListedTicket } from '../../../core/tickets/lists/list-page.ts'
import { cut, escaped } from '../markup.ts'
import { line, linkButton } from './words.ts'

/** The app's home tab: somebody's own latest tickets. */
export const home = (tickets: ListedTicket[], appUrl: string): HomeView => ({
  type: 'home',
  blocks: [
    { type: 'header', text: { type: 'plain_text', text: 'My tickets' } },
    line('File a new one anywhere with `/ticket`.'),
    { type: 'divider' },
    ...(tickets.length > 0
      ? tickets.map((ticket) => row(ticket, appUrl))
      : [line('You have not filed a ticket yet.')]),
  ],
})

const row = (ticket: ListedTicket, appUrl: string): SectionBlock => ({
  ...line(
    `*${escaped(`#${ticket.number} ${cut(ticket.title, 150)}`)}*\n${escaped(statusOf(ticket))}, ` +
      `filed ${ticket.createdAt.toISOString().slice(0, 10)}`,
  ),
  accessory: linkButton('Open', ticketUrl(appUrl, ticket)),
})
