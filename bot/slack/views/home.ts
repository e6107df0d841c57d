import type { HomeView, SectionBlock } from '@slack/types'
import { ticketUrl } from '../../../core/notifications/notice.ts'
import { sentence } from '../../../core/text/sentence.ts'
import { statusOf } from '../../../core/tickets/card.ts'
import type { ListedTicket } from '../../../core/tickets/lists/list-page.ts'
import { mrkdwnSection, pageButton } from './blocks.ts'
import { plainText } from './sentence.ts'

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
  type: 'section',
  text: plainText(
    sentence`#${ticket.number} ${ticket.title}\n${statusOf(ticket)}, filed ${ticket.createdAt.toISOString().slice(0, 10)}`,
    3_000,
  ),
  accessory: pageButton(sentence`Open`, ticketUrl(appUrl, ticket)),
})
