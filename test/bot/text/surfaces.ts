import type { RichTextBlock } from '@slack/types'
import MarkdownIt from 'markdown-it'
import { readDiscord } from '../../../bot/discord/text/read-discord.ts'
import { discordMarkdown } from '../../../bot/discord/text/write-discord.ts'
import type { NameOf } from '../../../bot/slack/text/names.ts'
import { readContent, type SlackContent } from '../../../bot/slack/text/read-content.ts'
import { writeRichText } from '../../../bot/slack/text/write-rich-text.ts'
import { readMarkdown } from '../../../core/rich-text/read-markdown.ts'
import { writeMarkdown } from '../../../core/rich-text/write-markdown.ts'
import { plainText, readableText } from '../../../core/rich-text/write-plain.ts'

const names: Record<string, string> = {
  'user:U1': 'Ada Lovelace',
  'user:U2': 'Uma',
  'channel:C1': 'it-help',
  'group:S1': 'it-team',
}
const slackName: NameOf = (kind, id) => names[`${kind}:${id}`]

/** What is stored of a Slack message. */
export const fromSlack = (content: string | SlackContent) =>
  writeMarkdown(readContent(typeof content === 'string' ? { text: content } : content, slackName))

const discordNames: Record<string, string> = { 'user:7': 'Max Moe', 'channel:3': 'it-help', 'role:6': 'Desk' }

/** What is stored of a Discord message. */
export const fromDiscord = (content: string) =>
  writeMarkdown(readDiscord(content, (kind, id) => discordNames[`${kind}:${id}`]))

export const onDiscord = (stored: string) => discordMarkdown(stored)
export const inMailText = (stored: string) => readableText(readMarkdown(stored))

/** The characters that Discord shows of plain paragraphs. Throws if it would format any. */
export function onDiscordPlain(stored: string): string {
  const written = onDiscord(stored)
  const { children } = readDiscord(written, () => undefined)
  const isFormatted = children.some(
    (node) =>
      node.type !== 'paragraph' ||
      node.children.some(({ type }) => type !== 'text' && type !== 'break' && type !== 'link'),
  )
  if (isFormatted || /(?<!\\)(?:\\\\)*(?:__|\|\|)/.test(written.replace(/<?https?:\/\/\S+/g, '')))
    throw new Error(`Discord would format ${written}`)
  return plainText({ type: 'root', children })
}

/** The characters that Slack shows: lists with their signs, quotes with ">", code between fences. */
export function onSlack(stored: string): string {
  const { elements } = writeRichText(readMarkdown(stored))
  return elements.map(slackElement).join('\n')
}

type Element = RichTextBlock['elements'][number]

function slackElement(element: Element): string {
  if (element.type === 'rich_text_list')
    return element.elements
      .map(({ elements }, index) => {
        const sign = element.style === 'ordered' ? `${offsetOf(element) + index + 1}.` : '•'
        return `${'  '.repeat(element.indent ?? 0)}${sign} ${elements.map(words).join('')}`
      })
      .join('\n')
  const shown = element.elements.map(words).join('')
  if (element.type === 'rich_text_preformatted') return `[code]${shown}[/code]`
  return element.type === 'rich_text_quote' ? `> ${shown}` : shown
}

function words(element: Extract<Element, { type: 'rich_text_section' }>['elements'][number]): string {
  if (element.type === 'link') return element.text ?? element.url
  if (element.type === 'date') return `[${element.format}]`
  if (element.type !== 'text') throw new Error(`Slack would show a ${element.type}`)
  return element.text
}

/** As `core/notifications/mail/mail.ts` sets it up, and by the same rules as the console. */
const html = new MarkdownIt({ html: false, linkify: true, breaks: true })

/** The characters that a browser shows of plain paragraphs, by the parser that mails use. */
export const inMailHtml = (stored: string) =>
  html
    .render(stored)
    .replace(/<\/p>\n<p>/g, '\n\n')
    .replace(/<br>\n?/g, '\n')
    .replace(/<[^>]+>/g, '')
    .replace(
      /&(lt|gt|amp|quot);/g,
      (_, name: string) => ({ lt: '<', gt: '>', amp: '&', quot: '"' })[name] ?? '',
    )
    .trim()

/** The tags that the mail's parser makes of a text. */
export const mailTags = (stored: string) =>
  [...html.render(stored).matchAll(/<([a-z0-9]+)/g)]
    .map(([, tag]) => tag)
    .filter((tag) => tag !== 'p' && tag !== 'br')

/** Missing in the types of @slack/types. */
const offsetOf = (element: Element) => ('offset' in element ? Number(element.offset) : 0)
