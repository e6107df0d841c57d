import type { Notice } from '../../../core/notifications/notice.ts'
import { buttons, linkButton, type MessageContent, markdown, mrkdwnSection } from './blocks.ts'
import { escapeMrkdwn, truncate } from './markup.ts'

/** A notification in the card's thread or in a direct message. */
export const noticeMessage = ({ subject, body, action }: Notice): MessageContent => ({
  text: escapeMrkdwn(truncate(subject, 3_000)),
  blocks: [
    mrkdwnSection(`*${escapeMrkdwn(subject)}*`),
    markdown(body.filter(Boolean).join('\n\n') || subject, 11_000),
    ...(action ? [buttons(linkButton(action.label, action.url))] : []),
  ],
})
