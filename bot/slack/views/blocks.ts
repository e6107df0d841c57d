import type { ActionsBlock, Button, KnownBlock, MarkdownBlock, SectionBlock } from '@slack/types'
import type { Sentence } from '../../../core/text/sentence.ts'
import { truncate, withoutPings } from './markup.ts'
import { plainText } from './sentence.ts'

/** The content of a message. Notifications and screen readers use `text`. */
export type MessageContent = { text: string; blocks: KnownBlock[] }

export const openLinkAction = 'open_link'

/** Markdown that a person wrote. Slack allows 12,000 characters of Markdown per message. */
export const markdown = (text: string, max: number): MarkdownBlock => ({
  type: 'markdown',
  text: truncate(withoutPings(text), max),
})

/** A paragraph of the desk's own words in Slack's mrkdwn. Nothing that somebody chose belongs here: see `sentence.ts`. */
export const mrkdwnSection = (mrkdwn: string): SectionBlock => ({
  type: 'section',
  text: { type: 'mrkdwn', text: truncate(mrkdwn, 3_000), verbatim: true },
})

export const linkButton = (label: Sentence, url: string): Button => ({
  type: 'button',
  action_id: openLinkAction,
  text: plainText(label, 75),
  url,
})

export const buttons = (...elements: Button[]): ActionsBlock => ({ type: 'actions', elements })
