import type { ActionsBlock, Button, KnownBlock, MarkdownBlock, SectionBlock } from '@slack/types'
import { cut, withoutPings } from './markup.ts'

/** What a message shows; `text` is what notifications and screen readers get. */
export type Words = { text: string; blocks: KnownBlock[] }

export const openLink = 'open_link'

/** Somebody's own Markdown. Slack allows 12,000 characters of it in one message altogether. */
export const markdown = (text: string, max: number): MarkdownBlock => ({
  type: 'markdown',
  text: cut(withoutPings(text), max),
})

/** A line in Slack's own markup, without links or names made out of its words. @param mrkdwn already escaped */
export const line = (mrkdwn: string): SectionBlock => ({
  type: 'section',
  text: { type: 'mrkdwn', text: cut(mrkdwn, 3_000), verbatim: true },
})

export const linkButton = (label: string, url: string): Button => ({
  type: 'button',
  action_id: openLink,
  text: { type: 'plain_text', text: cut(label, 75) },
  url,
})

export const buttons = (...elements: Button[]): ActionsBlock => ({ type: 'actions', elements })
