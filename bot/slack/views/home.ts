import type { HomeView, SectionBlock } from '@slack/types'
import { ticketUrl } from '../../../core/notifications/notice.ts'
import { statusOf } from '../../../core/tickets/card.ts'
import type { ListedTicket } from '../../../core/tickets/lists/list-page.ts'
import { linkButton, mrkdwnSection } from './blocks.ts'
import { escapeMrkdwn, truncate } from './markup.ts'

/** The app's home tab, with the person's own latest tickets. */
export const home = (tickets: ListedTicket[], appUrl: string): HomeView => ({
  type: 'home',
  blocks: [
    { type: 'header', text: { type: 'plain_text', text: 'My tickets' } },
    mrkdwnSection('To file a ticket, type `/ticket` in any conversation.'),
    { type: 'divider' },
    ...(tickets.length > 0
      ? tickets.map((ticket) => row(ticket, appUrl))
      : [mrkdwnSection('No tickets yet')]),
  ],
})

const row = (ticket: ListedTicket, appUrl: string): SectionBlock => ({
  ...mrkdwnSection(
    `*${escapeMrkdwn(`#${ticket.number} ${truncate(ticket.title, 150)}`)}*\n${escapeMrkdwn(statusOf(ticket))}, ` +
      `filed ${ticket.createdAt.toISOString().slice(0, 10)}`,
  ),
  accessory: linkButton('Open', ticketUrl(appUrl, ticket)),
})
