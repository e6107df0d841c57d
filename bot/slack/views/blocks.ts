import type {
  ActionsBlock,
  Button,
  KnownBlock,
  MarkdownBlock,
  RichTextBlock,
  SectionBlock,
} from '@slack/types'
import { readMarkdown } from '../../../core/rich-text/read-markdown.ts'
import { splitMarkdown } from '../../../core/rich-text/split-markdown.ts'
import type { Sentence } from '../../../core/text/sentence.ts'
import { writeRichText } from '../text/write-rich-text.ts'
import { truncate, withoutPings } from './markup.ts'
import { plainText } from './sentence.ts'

/** The content of a message. Notifications and screen readers use `text`. */
export type MessageContent = { text: string; blocks: KnownBlock[] }

/** The button of messages from before sign-in links: it also opens its page by itself, without signing anybody in. */
export const openLinkAction = 'open_link'
export const openPageAction = 'open_page'
export const followLinkAction = 'follow_link'

/** Slack refuses messages whose blocks are longer than about 13,000 characters of JSON, and does not say so in its documentation. */
const maxRichText = 11_500

/**
 * Stored Markdown, shown as rich text, in which Slack reads nothing into the words. Text with so much formatting that
 * Slack would refuse it as rich text goes as Markdown, of which Slack takes 12,000 characters per message.
 * @param max characters
 */
export function markdown(stored: string, max: number): RichTextBlock | MarkdownBlock {
  const [first = '', ...rest] = splitMarkdown(stored, max - 2)
  const text = rest.length > 0 ? `${first}\n…` : first
  const block = writeRichText(readMarkdown(text))
  return JSON.stringify(block).length <= maxRichText ? block : { type: 'markdown', text: withoutPings(text) }
}

/** A paragraph of the desk's own words in Slack's mrkdwn. Nothing that somebody chose belongs here: see `sentence.ts`. */
export const mrkdwnSection = (mrkdwn: string): SectionBlock => ({
  type: 'section',
  text: { type: 'mrkdwn', text: truncate(mrkdwn, 3_000), verbatim: true },
})

/** Offers a page of the console, with a link for whoever presses it. A message may be seen by several people. */
export const pageButton = (label: Sentence, url: string): Button => ({
  type: 'button',
  action_id: openPageAction,
  text: plainText(label, 75),
  value: url,
})

/** Opens an address in the browser. */
export const linkButton = (label: Sentence, url: string): Button => ({
  type: 'button',
  action_id: followLinkAction,
  text: plainText(label, 75),
  url,
})

export const buttons = (...elements: Button[]): ActionsBlock => ({ type: 'actions', elements })
