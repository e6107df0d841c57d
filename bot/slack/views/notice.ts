import type { KnownBlock } from '@slack/types'
import type { DirectContext } from '../../../core/notifications/messengers/slack-messenger.ts'
import { isCallToAction, type Notice } from '../../../core/notifications/notice.ts'
import { isMarkdown, type Paragraph } from '../../../core/text/sentence.ts'
import { canSee, isStaff } from '../../../core/tickets/permissions.ts'
import { buttons, type MessageContent, markdown, pageButton } from './blocks.ts'
import { staffCard } from './cards/staff-card.ts'
import { conversationButtons } from './cards/ticket-buttons.ts'
import { askForRating } from './forms/rating.ts'
import { boldText, fallbackText, richText } from './sentence.ts'

/** A notification in the card's thread or in a direct message. */
export const noticeMessage = ({ subject, body, action, rates }: Notice): MessageContent =>
  withButtons({ subject, body }, [
    ...(rates ? askForRating(rates.ticket) : []),
    ...(action ? [buttons(pageButton(action.label, action.url))] : []),
  ])

/** A direct message about a ticket. Staff can answer from it, and one that asks them to act shows the whole ticket. */
export function directMessage(
  notice: Notice,
  about: DirectContext | undefined,
  appUrl: string,
): MessageContent {
  if (!about || !isStaff(about.reader)) return noticeMessage(notice)
  if (isCallToAction(notice.topic)) return staffCard(notice, about, appUrl)
  const { ticket, reader } = about
  return canSee(reader, ticket)
    ? withButtons(notice, [conversationButtons(ticket, reader, appUrl)])
    : noticeMessage(notice)
}

const withButtons = (
  { subject, body }: Pick<Notice, 'subject' | 'body'>,
  actions: KnownBlock[],
): MessageContent => ({
  text: fallbackText(subject),
  blocks: [boldText(subject), ...body.flatMap(blocksOf), ...actions],
})

/** Slack allows 12,000 characters of Markdown in a message, and a notice has one text by a person. */
const blocksOf = (paragraph: Paragraph): KnownBlock[] => {
  if (!isMarkdown(paragraph)) return [richText([paragraph])]
  return paragraph.markdown ? [markdown(paragraph.markdown, 11_000)] : []
}
