import type { ActionsBlock, KnownBlock } from '@slack/types'
import { ticketUrl } from '../../../core/notifications/notice.ts'
import { sentence } from '../../../core/text/sentence.ts'
import { cardOf } from '../../../core/tickets/card.ts'
import type { Comment } from '../../../core/tickets/comments/comment.ts'
import { isRequester, isStaff } from '../../../core/tickets/permissions.ts'
import type { Ticket } from '../../../core/tickets/ticket.ts'
import type { Actor } from '../../../core/users/user.ts'
import { buttons, type MessageContent, markdown, pageButton } from './blocks.ts'
import { staffCard } from './cards/staff-card.ts'
import { requesterButtons, ticketCard } from './cards/ticket-card.ts'
import { authorLine } from './comment.ts'
import { ratingBlocks } from './forms/rating.ts'
import { boldText } from './sentence.ts'

/** The most comments that are shown with a ticket. */
export const maxShownComments = 5

/** @property comments the newest ones that the reader may see, oldest first */
export type ShownTicket = {
  ticket: Ticket
  reader: Actor
  comments: Comment[]
  usualAnswerMinutes: number | null
}

/** One ticket for one person, with the latest of its conversation and what they can do to it. */
export function ticketMessage(shown: ShownTicket, appUrl: string): MessageContent {
  const { text, blocks } = contentFor(shown, appUrl)
  const isButtons = (block: KnownBlock) => block.type === 'actions'
  return {
    text,
    blocks: [
      ...blocks.filter((block) => !isButtons(block)),
      ...conversation(shown.comments),
      ...blocks.filter(isButtons),
    ],
  }
}

function contentFor({ ticket, reader, usualAnswerMinutes }: ShownTicket, appUrl: string): MessageContent {
  if (isStaff(reader)) return staffCard({ subject: cardOf(ticket).heading }, { ticket, reader }, appUrl)
  const { text, blocks } = ticketCard({ ticket, usualAnswerMinutes }, appUrl)
  const own: ActionsBlock[] = isRequester(reader, ticket)
    ? [...ratingBlocks(ticket).filter((block) => block.type === 'actions'), requesterButtons(ticket, appUrl)]
    : [buttons(pageButton(sentence`Open in the console`, ticketUrl(appUrl, ticket)))]
  return { text, blocks: [...blocks.filter(({ type }) => type !== 'actions' && type !== 'context'), ...own] }
}

const conversation = (comments: Comment[]): KnownBlock[] =>
  comments.flatMap((comment) => [
    boldText(authorLine(comment)),
    ...(comment.body ? [markdown(comment.body, 350)] : []),
  ])
