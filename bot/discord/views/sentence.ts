import {
  isMarkdown,
  type Paragraph,
  type Part,
  plainOf,
  type Sentence,
  shortened,
} from '../../../core/text/sentence.ts'
import { discordMarkdown } from '../text/write-discord.ts'
import { lengthOf, oneLine, truncateMarkdown } from './text.ts'

/**
 * Escapes what somebody chose for Discord's Markdown: the signs of formatting, of mentions and timestamps (`<`, `@`), and
 * those that make an address or an invitation a link. Discord shows no backslash before a sign.
 * https://support.discord.com/hc/en-us/articles/210298617
 */
const escapeData = (text: string) =>
  text
    .replace(/[\\`*_~|<>[\]@]/g, '\\$&')
    .replace(/[.:](?=\S)/g, '\\$&')
    .replace(/^(\s*)(#{1,3}(?=\s)|[-+](?=[\s#])|\d+(?=[.)]))/, (_, space: string, sign: string) =>
      /\d/.test(sign) ? `${space}${sign}\\` : `${space}\\${sign}`,
    )

const markdownOfPart = ({ kind, text }: Part) => {
  if (kind === 'code') return `\`${text}\``
  return kind === 'data' ? escapeData(text) : text
}

const markdownOf = ({ parts }: Sentence) => parts.map(markdownOfPart).join('')

/** A sentence for a place where Discord reads Markdown. It is cut before it is escaped. @param max code points in the result */
export function inMarkdown(words: Sentence, max: number): string {
  let room = max
  let markdown = markdownOf(shortened(words, room))
  while (lengthOf(markdown) > max && room > 0) {
    room = Math.min(room - 1, Math.floor((room * max) / lengthOf(markdown)))
    markdown = markdownOf(shortened(words, room))
  }
  return markdown
}

/** A sentence for a place that shows plain text: a thread's name, a footer, a button. @param max code points */
export const inPlain = (words: Sentence, max: number) => oneLine(plainOf(words), max)

/** @param max code points */
export const paragraphMarkdown = (paragraph: Paragraph, max: number) =>
  isMarkdown(paragraph)
    ? truncateMarkdown(discordMarkdown(paragraph.markdown), max)
    : inMarkdown(paragraph, max)

/** Paragraphs, by default with an empty line between them. @param max code points in all */
export const paragraphsMarkdown = (paragraphs: readonly Paragraph[], max: number, between = '\n\n') =>
  truncateMarkdown(
    paragraphs
      .map((one) => paragraphMarkdown(one, max))
      .filter(Boolean)
      .join(between),
    max,
  )
