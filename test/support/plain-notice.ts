import type { Notice } from '../../core/notifications/notice.ts'
import { isMarkdown, type Paragraph, plainOf } from '../../core/text/sentence.ts'

export const plainParagraph = (one: Paragraph) => (isMarkdown(one) ? one.markdown : plainOf(one))

/** A notice with its sentences as plain text. */
export const plainNotice = ({ topic, subject, body, action }: Notice) => ({
  topic,
  subject: plainOf(subject),
  body: body.map(plainParagraph),
  ...(action ? { action: { ...action, label: plainOf(action.label) } } : {}),
})
