import type { Notice } from '../../../core/notifications/notice.ts'
import { buttons, line, linkButton, markdown, type Words } from './blocks.ts'
import { cut, escaped } from './markup.ts'

/** A notification in the card's thread. */
export const noticeWords = ({ subject, body, action }: Notice): Words => ({
  text: escaped(cut(subject, 3_000)),
  blocks: [
    line(`*${escaped(subject)}*`),
    markdown(body.filter(Boolean).join('\n\n') || subject, 11_000),
    ...(action ? [buttons(linkButton(action.label, action.url))] : []),
  ],
})
