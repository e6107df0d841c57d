import type { List, Nodes, PhrasingContent, Root, RootContent } from 'mdast'
import { findEmoji } from '../../../core/rich-text/emoji.ts'
import { readMarkdown } from '../../../core/rich-text/read-markdown.ts'
import { timeOf } from '../../../core/rich-text/time.ts'
import { inlineText, listItem, markerOf, prefixed, tableLines } from '../../../core/rich-text/write-plain.ts'

/** Stored Markdown in Discord's dialect, in which text shows the same characters. */
export const discordMarkdown = (markdown: string): string => writeDiscord(readMarkdown(markdown))

/** Shows a tree in Discord's Markdown, for messages and for descriptions and fields of embeds. */
const writeDiscord = (tree: Root): string => blocksOf(tree.children, '\n\n').trim()

const blocksOf = (nodes: readonly RootContent[], between: string): string =>
  nodes
    .map((node, index) => {
      const before = nodes[index - 1]
      return (before ? betweenOf(before, node, between) : '') + blockOf(node)
    })
    .join('')

const boxed: ReadonlySet<RootContent['type']> = new Set(['code', 'table', 'blockquote'])

/**
 * Discord leaves room around code and quotes by itself. Two quotes without an empty line between them would be one, and a
 * list might go on.
 */
function betweenOf({ type: before }: RootContent, { type }: RootContent, between: string): string {
  const isSpaced = boxed.has(before) || boxed.has(type)
  const mayJoin = before === 'list' || (before === 'blockquote' && type === 'blockquote')
  return isSpaced && !mayJoin ? '\n' : between
}

function blockOf(node: RootContent): string {
  switch (node.type) {
    case 'paragraph':
      return inline(node.children)
    case 'heading':
      return node.depth <= 3
        ? `${'#'.repeat(node.depth)} ${inline(node.children)}`
        : `**${inline(node.children)}**`
    case 'code':
      return codeBlock(node.value, node.lang ?? '')
    case 'table':
      return codeBlock(tableLines(node, inlineText).join('\n'), '')
    case 'blockquote':
      return prefixed(blocksOf(withoutQuotes(node.children), '\n\n'), '> ').replace(/^>$/gm, '> ')
    case 'list':
      return listOf(node)
    case 'thematicBreak':
      return '---'
    default:
      return inlineOf(node as PhrasingContent)
  }
}

const listOf = (list: List): string =>
  list.children
    .map((item, index) => listItem(markerOf(list, item, index), blocksOf(item.children, '\n')))
    .join('\n')

/** Discord knows no quote within a quote. */
const withoutQuotes = (nodes: readonly RootContent[]): RootContent[] =>
  nodes.flatMap((node) => (node.type === 'blockquote' ? withoutQuotes(node.children) : [node]))

/** Discord knows no longer fence. An invisible character keeps the code from ending early. */
const codeBlock = (code: string, language: string) =>
  code
    ? `\`\`\`${/^[\w+#.-]*$/.test(language) ? language : ''}\n${code.replaceAll('```', '`\u2060``')}\n\`\`\``
    : ''

const inline = (nodes: readonly PhrasingContent[]): string =>
  escapeLineStarts(nodes.map((node, index) => inlineOf(node, nodes[index + 1])).join(''))

function inlineOf(node: PhrasingContent, next?: PhrasingContent): string {
  switch (node.type) {
    case 'text':
      return escapeText(node.value)
    case 'break':
      return '\n'
    case 'strong':
      return around('**', node)
    case 'emphasis':
      return around('*', node)
    case 'delete':
      return around('~~', node)
    case 'inlineCode':
      return inlineCode(node.value)
    case 'link':
      return linkOf(node.url, node, next)
    case 'image':
      return linkOf(node.url, { type: 'text', value: node.alt || 'picture' })
    default:
      return escapeText(inlineText(node))
  }
}

/** Discord allows no spaces at the inner ends. */
function around(sign: string, { children }: { children: PhrasingContent[] }) {
  const [, before = '', words = '', after = ''] = /^(\s*)(.*?)(\s*)$/s.exec(inline(children)) ?? []
  return words ? `${before}${sign}${words}${sign}${after}` : before + after
}

function inlineCode(code: string): string {
  if (!code.includes('`')) return `\`${code}\``
  return code.includes('``') ? escapeText(code) : `\`\` ${code} \`\``
}

/** Discord makes links only of addresses on the web. It finds a bare one by itself. */
function linkOf(url: string, node: Nodes, next?: PhrasingContent): string {
  const time = timeOf(url)
  if (time) return `<t:${time.seconds}:${time.style}>`
  const label = inlineText(node)
  const isWeb = /^https?:\/\/[^\s<>]+$/i.test(url) && url !== `http://${label}`
  if (!isWeb) return escapeText(label)
  if (label === url) return isFoundBare(url, next) ? url : `<${url}>`
  const words = 'children' in node ? inline(node.children as PhrasingContent[]) : escapeText(label)
  const target = /[()]/.test(url) ? `<${url}>` : url
  return `[${words.replace(/(?<!\\)\]/g, '\\]')}](${target})`
}

/** Whether Discord finds where the address ends. */
const isFoundBare = (url: string, next: PhrasingContent | undefined) =>
  /[\w/=#%+-]$/.test(url) &&
  (next === undefined ||
    next.type === 'break' ||
    (next.type === 'text' && /^[.,;:)]?(?:\s|$)/.test(next.value)))

const special = /:(?=([\w+'-]+):)|[\\*_`[<]|~~|\|\||:(?=\/\/)/g

/** Escapes what would format, mention or link something, and the codes of emoji. */
const escapeText = (text: string): string =>
  text.replace(special, (signs, code?: string) =>
    code !== undefined && !findEmoji(code) ? signs : signs.replace(/./g, '\\$&'),
  )

/** What makes a heading, a quote, a list or small print at the start of a line. */
const lineStart = /^([ \t]*)(?:([-+](?=[ #])|>(?= |>>|$)|#(?=#{0,2} ))|(\d{1,9})(?=\. ))/gm

const escapeLineStarts = (lines: string): string =>
  lines.replace(lineStart, (_, spaces: string, sign?: string, number?: string) =>
    sign ? `${spaces}\\${sign}` : `${spaces}${number}\\`,
  )
