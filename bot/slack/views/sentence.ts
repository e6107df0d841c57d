import type { PlainTextElement, RichTextBlock, RichTextLink, RichTextText } from '@slack/types'
import { type Part, plainOf, type Sentence, shortened } from '../../../core/text/sentence.ts'
import { escapeMrkdwn, truncate } from './markup.ts'

/*
 * Slack reads no markup in `plain_text` and in the elements of `rich_text`. mrkdwn has no escape for its own signs, so
 * what somebody chose never goes there.
 */

/** @param max characters that Slack allows */
export const plainText = (words: Sentence, max: number): PlainTextElement => ({
  type: 'plain_text',
  text: truncate(plainOf(words), max),
  emoji: false,
})

type Style = { bold?: boolean }

/** Lines of text, one below the other. @param style of each line */
export const richText = (lines: readonly Sentence[], style: Style = {}): RichTextBlock => ({
  type: 'rich_text',
  elements: lines.map((line) => ({
    type: 'rich_text_section',
    elements: runsOf(shortened(line, 3_000).parts).map((part) => elementOf(part, style)),
  })),
})

export const boldText = (...lines: Sentence[]) => richText(lines, { bold: true })

/** Slack shows words and data alike, so neighbours become one element. */
function runsOf(parts: readonly Part[]): Part[] {
  const runs: Part[] = []
  for (const part of parts) {
    const last = runs.at(-1)
    if (last && isText(last) && isText(part))
      runs.splice(-1, 1, { kind: 'words', text: last.text + part.text })
    else runs.push(part)
  }
  return runs
}

const isText = ({ kind }: Part) => kind === 'words' || kind === 'data'

const elementOf = ({ kind, text }: Part, style: Style): RichTextText | RichTextLink =>
  kind === 'link'
    ? { type: 'link', url: text, style }
    : { type: 'text', text, style: kind === 'code' ? { ...style, code: true } : style }

/** What notifications and screen readers use instead of the blocks. Slack reads `<…>` in it, so that is escaped. */
export const fallbackText = (words: Sentence) => escapeMrkdwn(truncate(plainOf(words), 3_000))

/** A message of one sentence. */
export const sentenceMessage = (words: Sentence) => ({
  text: fallbackText(words),
  blocks: [richText([words])],
})
