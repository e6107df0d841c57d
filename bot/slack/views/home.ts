import type { ActionsBlock, Button, HeaderBlock, HomeView, KnownBlock } from '@slack/types'
import { sentence } from '../../../core/text/sentence.ts'
import type { ListedTicket } from '../../../core/tickets/lists/list-page.ts'
import { isResolved } from '../../../core/tickets/ticket.ts'
import { type ListPlace, overview, writePlace } from '../lists/list-place.ts'
import { lists, type ReadList } from '../lists/read-list.ts'
import { buttons, mrkdwnSection } from './blocks.ts'
import { actionIdOf, ticketButton } from './cards/ticket-buttons.ts'
import { truncate } from './markup.ts'
import { navigateButton, pageButtons, rows, ticketRow } from './ticket-rows.ts'

export const fileAction = 'ticket_file'
export const searchAction = 'tickets_search'

/** What the home tab shows. @property pages one page of each list; of the overview those that are not empty */
export type ShownHome = { place: ListPlace; pages: ReadList[] }

/** The app's home tab: an overview of a person's tickets, or one list. */
export const home = ({ place, pages }: ShownHome): HomeView => ({
  type: 'home',
  private_metadata: writePlace(place),
  blocks: [
    buttons(
      fileButton,
      searchButton,
      ...(place.list ? [navigateButton('Overview', 'overview', overview)] : []),
    ),
    ...(pages.length > 0
      ? pages.flatMap((page) => section(page, place))
      : [
          mrkdwnSection(
            'No tickets yet. To file one, press the button or type `/ticket` in any conversation.',
          ),
        ]),
  ],
})

const fileButton: Button = {
  type: 'button',
  action_id: fileAction,
  text: { type: 'plain_text', text: 'File a ticket' },
  style: 'primary',
}

const searchButton: Button = {
  type: 'button',
  action_id: searchAction,
  text: { type: 'plain_text', text: 'Search' },
}

const section = (page: ReadList, place: ListPlace): KnownBlock[] => [
  header(page.place),
  ...rows(page, (ticket) => [ticketRow(ticket), ...staffActions(ticket, page)]),
  ...(place.list ? pageButtons(page) : allButton(page)),
]

const header = ({ list, q }: ReadList['place']): HeaderBlock => ({
  type: 'header',
  text: {
    type: 'plain_text',
    text: truncate(q ? `${lists[list].title} for “${q}”` : lists[list].title, 150),
    emoji: false,
  },
})

const allButton = ({ place: { list }, next }: ReadList): ActionsBlock[] =>
  next ? [buttons(navigateButton('Show all', list, { list }))] : []

/** The lists of moderators have the two most frequent actions at hand. */
const staffActions = (ticket: ListedTicket, { place: { list } }: ReadList): ActionsBlock[] =>
  lists[list].isForStaff && !isResolved(ticket)
    ? [
        buttons(
          ...(ticket.status === 'open' ? [ticketButton(sentence`Claim`, actionIdOf('claim'), ticket)] : []),
          ticketButton(sentence`Resolve`, actionIdOf('resolve'), ticket),
        ),
      ]
    : []
