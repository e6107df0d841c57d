import type { ActionsBlock, Button, KnownBlock, MarkdownBlock, SectionBlock } from '@slack/types'
import { truncate, withoutPings } from './markup.ts'

/** The content of a message. Notifications and screen readers use `text`. */
export type MessageContent = { text: string; blocks: KnownBlock[] }

export const openLinkAction = 'open_link'

/** Markdown that a person wrote. Slack allows 12,000 characters of Markdown per message. */
export const markdown = (text: string, max: number): MarkdownBlock => ({
  type: 'markdown',
  text: truncate(withoutPings(text), max),
})

/**
 * A paragraph in Slack's mrkdwn. `verbatim` keeps Slack from turning words into links or names.
 * @param mrkdwn escaped
 */
export const mrkdwnSection = (mrkdwn: string): SectionBlock => ({
  type: 'section',
  text: { type: 'mrkdwn', text: truncate(mrkdwn, 3_000), verbatim: true },
})

export const linkButton = (label: string, url: string): Button => ({
  type: 'button',
  action_id: openLinkAction,
  text: { type: 'plain_text', text: truncate(label, 75) },
  url,
})

export const buttons = (...elements: Button[]): ActionsBlock => ({ type: 'actions', elements })
