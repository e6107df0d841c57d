import type { RichTextBlock, RichTextElement, RichTextSection } from '@slack/types'
import type { Blockquote, List, PhrasingContent, Root, RootContent } from 'mdast'
import { emojiOf, findEmoji } from '../../../core/rich-text/emoji.ts'
import { type Mark, nested, paragraphsOf, type Run, text } from '../../../core/rich-text/tree.ts'
import { type NameOf, referenceText } from './names.ts'
import { linkWith } from './read-mrkdwn.ts'

type Element = RichTextBlock['elements'][number]

/** Reads what a person typed, as Slack's editor sends it. */
export function readRichText({ elements }: RichTextBlock, nameOf: NameOf): Root {
  const blocks: RootContent[] = []
  for (const element of elements) {
    if (element.type === 'rich_text_list') addList(blocks, element, nameOf)
    else blocks.push(...readBlock(element, nameOf))
  }
  return { type: 'root', children: blocks }
}

function readBlock(element: Element, nameOf: NameOf): RootContent[] {
  switch (element.type) {
    case 'rich_text_preformatted':
      return [{ type: 'code', value: element.elements.map((part) => wordsOf(part, nameOf)).join('') }]
    case 'rich_text_quote': {
      const children = paragraphsOf(readInline(element.elements, nameOf)) as Blockquote['children']
      return children.length > 0 ? [{ type: 'blockquote', children }] : []
    }
    case 'rich_text_section':
      return paragraphsOf(readInline(element.elements, nameOf))
    default:
      return []
  }
}

type RichTextList = Extract<Element, { type: 'rich_text_list' }>

/** Slack sends a nested list as lists one after the other, each with its level. */
function addList(blocks: RootContent[], element: RichTextList, nameOf: NameOf) {
  const { indent = 0, style, border } = element
  const offset = 'offset' in element ? Number(element.offset) : 0
  const items = element.elements.map((section): List['children'][number] => ({
    type: 'listItem',
    spread: false,
    children: paragraphsOf(readInline(section.elements, nameOf)) as List['children'][number]['children'],
  }))
  const list: List = { type: 'list', ordered: style === 'ordered', spread: false, children: items }
  if (list.ordered) list.start = offset + 1
  if (border) {
    blocks.push({ type: 'blockquote', children: [list] })
    return
  }
  let siblings: RootContent[] = blocks
  for (let level = 0; level < indent; level++) {
    const parent = siblings.at(-1)
    const item = parent?.type === 'list' ? parent.children.at(-1) : undefined
    if (!item) break
    siblings = item.children
  }
  const earlier = siblings.at(-1)
  if (earlier?.type === 'list' && earlier.ordered === list.ordered) earlier.children.push(...items)
  else siblings.push(list)
}

const readInline = (elements: RichTextSection['elements'], nameOf: NameOf): PhrasingContent[] =>
  nested(elements.flatMap((element) => runsOf(element, nameOf)))

function runsOf(element: RichTextElement, nameOf: NameOf): Run[] {
  const style = ('style' in element && element.style) || {}
  const marks = new Set<Mark>([
    ...('bold' in style && style.bold ? (['strong'] as const) : []),
    ...('italic' in style && style.italic ? (['emphasis'] as const) : []),
    ...('strike' in style && style.strike ? (['delete'] as const) : []),
  ])
  const words = wordsOf(element, nameOf)
  const isCode = 'code' in style && style.code === true
  if (isCode) return words ? [{ marks, node: { type: 'inlineCode', value: words } }] : []
  if (element.type === 'link') return [{ marks, node: linkWith(element.url, words) }]
  return words
    .split('\n')
    .flatMap((line, index): Run[] => [
      ...(index > 0 ? [{ marks: new Set<Mark>(), node: { type: 'break' as const } }] : []),
      ...spacedRuns(line, marks),
    ])
}

/** Spaces at the ends carry no marks, because Markdown allows none there. */
function spacedRuns(line: string, marks: Run['marks']): Run[] {
  const [, before = '', words = '', after = ''] = /^(\s*)(.*?)(\s*)$/s.exec(line) ?? []
  const pieces: [string, Run['marks']][] =
    marks.size > 0
      ? [
          [before, new Set()],
          [words, marks],
          [after, new Set()],
        ]
      : [[line, marks]]
  return pieces.flatMap(([piece, own]) => (piece ? [{ marks: own, node: text(piece) }] : []))
}

/** The words of an element, as they read outside Slack. */
function wordsOf(element: RichTextElement, nameOf: NameOf): string {
  switch (element.type) {
    case 'text':
      return element.text
    case 'link':
      return element.text || element.url
    case 'emoji':
      return emojiText(element)
    case 'user':
      return referenceText(nameOf, 'user', element.user_id)
    case 'usergroup':
      return referenceText(nameOf, 'group', element.usergroup_id)
    case 'channel':
      return referenceText(nameOf, 'channel', element.channel_id)
    case 'broadcast':
      return `@${element.range}`
    case 'color':
      return element.value
    case 'date':
      return element.fallback ?? new Date(Number(element.timestamp) * 1_000).toUTCString()
    default:
      return 'text' in element && typeof element.text === 'string' ? element.text : ''
  }
}

/** A standard emoji comes with its characters; a custom one has only its name. */
function emojiText(element: Extract<RichTextElement, { type: 'emoji' }>): string {
  const { name, unicode } = element
  const tone = 'skin_tone' in element ? Number(element.skin_tone) : undefined
  return (unicode ? emojiOf(unicode.toUpperCase()) : findEmoji(name, tone)) ?? `:${name}:`
}
