import { ticketUrl } from '../../../../core/notifications/notice.ts'
import { sentence } from '../../../../core/text/sentence.ts'
import { shownActions } from '../../../../core/tickets/actions/button-actions.ts'
import { cardOf } from '../../../../core/tickets/card.ts'
import { isResolved, type Ticket } from '../../../../core/tickets/ticket.ts'
import type { SimilarOnCard } from '../../../../core/triage/similar/similar-on-card.ts'
import { buttons, type MessageContent, pageButton } from '../blocks.ts'
import { boldText, fallbackText } from '../sentence.ts'
import { duplicateButtons, similarLine } from './similar.ts'
import { staffCardBlocks } from './staff-card.ts'
import {
  actionButton,
  answersButton,
  assignAction,
  noteAction,
  replyAction,
  ticketButton,
} from './ticket-buttons.ts'

/**
 * A ticket in the moderators' channel, with the buttons that its state allows. Everybody in the channel sees the same
 * card, so permissions are checked at the click.
 * @param similar what every moderator may see of the tickets that triage found
 */
export function moderatorsCard(
  ticket: Ticket,
  similar: readonly SimilarOnCard[],
  appUrl: string,
): MessageContent {
  const card = cardOf(ticket)
  const text = fallbackText(sentence`${card.heading}: ${card.status}`)
  const heading = boldText(card.heading, card.status)
  if (ticket.deleted) return { text, blocks: [heading] }
  const actions = shownActions(ticket).map(actionButton(ticket))
  return {
    text,
    blocks: [
      heading,
      ...staffCardBlocks(card),
      ...similarLine(similar, appUrl),
      ...duplicateButtons(ticket, similar),
      ...(actions.length > 0 ? [buttons(...actions)] : []),
      buttons(...talk(ticket), pageButton(sentence`Open #${ticket.number}`, ticketUrl(appUrl, ticket))),
    ],
  }
}

const talk = (ticket: Ticket) => [
  ...(ticket.status === 'closed'
    ? []
    : [
        ticketButton(sentence`Reply`, replyAction, ticket),
        ticketButton(sentence`Internal note`, noteAction, ticket),
      ]),
  ...answersButton(ticket),
  ...(isResolved(ticket) ? [] : [ticketButton(sentence`Assign to…`, assignAction, ticket)]),
]
