import type { KnownBlock } from '@slack/types'
import type { Notice } from '../../../core/notifications/notice.ts'
import { isMarkdown, type Paragraph } from '../../../core/text/sentence.ts'
import { buttons, type MessageContent, markdown, pageButton } from './blocks.ts'
import { boldText, fallbackText, richText } from './sentence.ts'

/** A notification in the card's thread or in a direct message. */
export const noticeMessage = ({ subject, body, action }: Notice): MessageContent => ({
  text: fallbackText(subject),
  blocks: [
    boldText(subject),
    ...body.flatMap(blocksOf),
    ...(action ? [buttons(pageButton(action.label, action.url))] : []),
  ],
})

/** Slack allows 12,000 characters of Markdown in a message, and a notice has one text by a person. */
const blocksOf = (paragraph: Paragraph): KnownBlock[] => {
  if (!isMarkdown(paragraph)) return [richText([paragraph])]
  return paragraph.markdown ? [markdown(paragraph.markdown, 11_000)] : []
}
