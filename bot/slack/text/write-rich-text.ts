import type { RichTextBlock, RichTextElement, RichTextSection } from '@slack/types'
import type { List, ListItem, Nodes, PhrasingContent, Root, RootContent } from 'mdast'
import { type Time, timeOf } from '../../../core/rich-text/time.ts'
import { inlineText, tableLines } from '../../../core/rich-text/write-plain.ts'

type Element = RichTextBlock['elements'][number]
type Style = { bold?: true; italic?: true; strike?: true; code?: true }

/**
 * Shows a tree as rich text. Nothing in it is escaped: Slack reads no formatting, links or mentions in its text.
 * https://docs.slack.dev/reference/block-kit/blocks/rich-text-block
 */
export const writeRichText = (tree: Root): RichTextBlock => ({
  type: 'rich_text',
  elements: blocksOf(tree.children),
})

/** Slack leaves no space between two paragraphs of its own accord. */
const blocksOf = (nodes: RootContent[]): Element[] =>
  nodes.flatMap((node, index) => {
    const written = blockOf(node)
    const [first, ...rest] = written
    const isSpaced = isLines(node) && isLines(nodes[index - 1])
    return isSpaced && first?.type === 'rich_text_section'
      ? [section([{ type: 'text', text: '\n' }, ...first.elements]), ...rest]
      : written
  })

const isLines = (node: RootContent | undefined) => node?.type === 'paragraph' || node?.type === 'heading'

function blockOf(node: RootContent): Element[] {
  switch (node.type) {
    case 'paragraph':
      return [section(inline(node.children))]
    case 'heading':
      return [section(inline(node.children, { bold: true }))]
    case 'code':
      return preformatted(node.value)
    case 'table':
      return preformatted(tableLines(node, inlineText).join('\n'))
    case 'blockquote':
      return quote(node.children)
    case 'list':
      return listOf(node, 0)
    default:
      return [section(words(inlineText(node), {}))]
  }
}

const section = (elements: RichTextElement[]): RichTextSection => ({ type: 'rich_text_section', elements })

const preformatted = (code: string): Element[] =>
  code ? [{ type: 'rich_text_preformatted', elements: [{ type: 'text', text: code }] }] : []

/** A quote holds only lines. Other blocks in it stand between its parts. */
function quote(nodes: RootContent[]): Element[] {
  const written: Element[] = []
  for (const node of nodes) {
    const last = written.at(-1)
    if (node.type !== 'paragraph' && node.type !== 'heading') {
      const bordered = blockOf(node).map((element) =>
        element.type === 'rich_text_section'
          ? { type: 'rich_text_quote' as const, elements: element.elements }
          : { ...element, border: 1 as const },
      )
      written.push(...bordered)
    } else if (last?.type === 'rich_text_quote')
      last.elements.push({ type: 'text', text: '\n\n' }, ...inline(node.children))
    else written.push({ type: 'rich_text_quote', elements: inline(node.children) })
  }
  return written
}

const deepest = 8

/** An item holds only lines. Lists in it follow as lists of the next level, and other blocks stand between. */
function listOf(list: List, indent: number): Element[] {
  const written: Element[] = []
  const { ordered, start } = list
  list.children.forEach((item, index) => {
    const { lines, rest } = contentOf(item)
    const last = written.at(-1)
    if (last?.type === 'rich_text_list' && last.indent === indent) last.elements.push(lines)
    else {
      const offset = ordered ? (start ?? 1) - 1 + index : 0
      written.push({
        type: 'rich_text_list',
        style: ordered ? 'ordered' : 'bullet',
        indent,
        ...(offset > 0 ? { offset } : {}),
        elements: [lines],
      })
    }
    for (const node of rest)
      written.push(...(node.type === 'list' ? listOf(node, Math.min(indent + 1, deepest)) : blockOf(node)))
  })
  return written
}

function contentOf({ checked, children }: ListItem) {
  const split = children.findIndex(({ type }) => type !== 'paragraph')
  const paragraphs = split < 0 ? children : children.slice(0, split)
  const task = typeof checked === 'boolean' ? words(checked ? '☑ ' : '☐ ', {}) : []
  const lines = paragraphs.flatMap((node, index) => [
    ...(index > 0 ? words('\n', {}) : []),
    ...('children' in node ? inline(node.children as PhrasingContent[]) : []),
  ])
  return { lines: section([...task, ...lines]), rest: split < 0 ? [] : children.slice(split) }
}

const styled = (style: Style) => (Object.keys(style).length > 0 ? { style } : {})
const words = (text: string, style: Style): RichTextElement[] =>
  text ? [{ type: 'text', text, ...styled(style) }] : []

const styles: Partial<Record<Nodes['type'], Style>> = {
  strong: { bold: true },
  emphasis: { italic: true },
  delete: { strike: true },
}

/** Neighbouring words in the same style become one element. */
function inline(nodes: PhrasingContent[], style: Style = {}): RichTextElement[] {
  const written: RichTextElement[] = []
  for (const element of nodes.flatMap((node) => inlineOf(node, style))) {
    const last = written.at(-1)
    const isSame =
      last?.type === 'text' &&
      element.type === 'text' &&
      JSON.stringify(last.style) === JSON.stringify(element.style)
    if (isSame) last.text += element.text
    else written.push(element)
  }
  return written
}

function inlineOf(node: PhrasingContent, style: Style): RichTextElement[] {
  switch (node.type) {
    case 'break':
      return words('\n', style)
    case 'inlineCode':
      return words(node.value, { ...style, code: true })
    case 'link':
      return timeOrLink(node.url, inlineText(node), style)
    case 'image':
      return linkOf(node.url, node.alt || 'picture', style)
    default:
      return 'children' in node
        ? inline(node.children, { ...style, ...styles[node.type] })
        : words('value' in node ? node.value : '', style)
  }
}

function timeOrLink(url: string, label: string, style: Style): RichTextElement[] {
  const time = timeOf(url)
  return time ? [dateOf(time, label)] : linkOf(url, label, style)
}

/**
 * Slack's `{ago}` works only for the past, and most times that moderators name are in the future.
 * https://docs.slack.dev/messaging/formatting-message-text#date-formatting
 */
const formats: Record<Time['style'], string> = {
  t: '{time}',
  T: '{time_secs}',
  d: '{date_num}',
  D: '{date_long_full}',
  f: '{date_long_full} at {time}',
  F: '{date_long} at {time}',
  R: '{date_short_pretty} at {time}',
}

const dateOf = ({ seconds, style }: Time, fallback: string): RichTextElement => ({
  type: 'date',
  timestamp: seconds,
  format: formats[style],
  fallback,
})

/** Slack takes a URL of at most 3,000 characters. */
const linkOf = (url: string, label: string, style: Style): RichTextElement[] =>
  /^(?:https?|mailto):/i.test(url) && url.length <= 3_000
    ? [{ type: 'link', url, ...(label === url ? {} : { text: label }), ...styled(style) }]
    : words(label, style)
