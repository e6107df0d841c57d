import type { RichTextBlock, RichTextElement } from '@slack/types'
import { emojiNamed } from '../emoji-codes.ts'

type Style = { bold?: true; italic?: true; strike?: true; code?: true }
type Part = RichTextBlock['elements'][number]

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }

/** As Slack sends what people type: `&`, `<` and `>` are its own signs and come as entities. */
export const escaped = (text: string) => text.replace(/[&<>]/g, (sign) => entities[sign] ?? sign)

/** Formatting begins and ends at the edge of a word. */
const between = (sign: string) =>
  `(?<![\\p{L}\\p{N}${sign}])[${sign}](?=\\S)([^${sign}\\n]+?)(?<=\\S)[${sign}](?![\\p{L}\\p{N}${sign}])`

/** A stop or a bracket after an address is part of the sentence. */
const address = 'https?://[^\\s<>]*[^\\s<>.,;:!?)\'"]'

/** What the composer turns into something else than text. */
const special = new RegExp(
  [
    '(<@U\\w+>)',
    `(${address})`,
    '(?<![\\w`])`([^`\\n]+)`(?![\\w`])',
    '(?<![\\w:]):([a-z][a-z0-9_+-]*):(?![\\w:])',
    between('*'),
    between('_'),
    between('~'),
  ].join('|'),
  'gu',
)

/**
 * What a person types, as their client sends it: mrkdwn with links in angle brackets, and the same as rich_text.
 * `<@U1>` stands for a mention chosen from the list. https://slack.com/help/articles/202288908
 */
export function typedText(typed: string): { text: string; block: RichTextBlock } {
  const elements = typed
    .split(/```\n?([\s\S]+?)\n?```\n?/)
    .flatMap((part, index): Part[] =>
      index % 2 === 1
        ? [{ type: 'rich_text_preformatted', elements: [{ type: 'text', text: part }] }]
        : linesOf(part),
    )
  return { text: asMrkdwn(typed), block: { type: 'rich_text', elements } }
}

/** Runs of lines that begin with ">" are quotes. */
function linesOf(typed: string): Part[] {
  if (typed === '') return []
  const groups: { isQuote: boolean; lines: string[] }[] = []
  for (const line of typed.split('\n')) {
    const isQuote = /^> ?(?=\S)/.test(line)
    const last = groups.at(-1)
    if (last?.isQuote === isQuote) last.lines.push(line)
    else groups.push({ isQuote, lines: [line] })
  }
  return groups.map(({ isQuote, lines }) => ({
    type: isQuote ? 'rich_text_quote' : 'rich_text_section',
    elements: runs(lines.map((line) => (isQuote ? line.replace(/^> ?/, '') : line)).join('\n'), {}),
  }))
}

function runs(typed: string, style: Style): RichTextElement[] {
  const styled = Object.keys(style).length > 0 ? { style } : {}
  const elements: RichTextElement[] = []
  const plain = (text: string) => {
    if (text) elements.push({ type: 'text', text, ...styled })
  }
  let end = 0
  for (const found of typed.matchAll(special)) {
    plain(typed.slice(end, found.index))
    elements.push(...specialRun(found, style))
    end = found.index + found[0].length
  }
  plain(typed.slice(end))
  return elements
}

function specialRun(found: RegExpExecArray, style: Style): RichTextElement[] {
  const [, user, url, code, emoji, bold, italic, struck] = found
  const styled = Object.keys(style).length > 0 ? { style } : {}
  if (user) return [{ type: 'user', user_id: user.slice(2, -1), ...styled }]
  if (url) return [{ type: 'link', url, ...styled }]
  if (code) return [{ type: 'text', text: code, style: { ...style, code: true } }]
  if (emoji && emojiNamed(emoji)) return [{ type: 'emoji', name: emoji, ...styled }]
  if (emoji) return [{ type: 'text', text: found[0], ...styled }]
  if (bold) return runs(bold, { ...style, bold: true })
  if (italic) return runs(italic, { ...style, italic: true })
  return runs(struck ?? '', { ...style, strike: true })
}

/** The message's `text`: the signs stay, links and mentions stand in angle brackets. */
const asMrkdwn = (typed: string) =>
  typed
    .split(new RegExp(`(<@U\\w+>|${address})`))
    .map((part, index) => {
      if (index % 2 === 0) return escaped(part)
      return part.startsWith('<') ? part : `<${escaped(part)}>`
    })
    .join('')
