import type { Root, RootContent } from 'mdast'
import { bareAddress, invisible } from './bare-address.ts'
import { hasLink } from './has-link.ts'
import { readMarkdown } from './read-markdown.ts'
import { text } from './tree.ts'
import { escapeMarkdown, writeMarkdown } from './write-markdown.ts'
import { plainText } from './write-plain.ts'

/** In place of a link whose words are an address. */
const mark = '[link removed]'

/**
 * Markdown in which nothing leads anywhere: of links and pictures only their words stay. A tree is changed, not a
 * text, so that no notation gets through. Code and bare e-mail addresses stay.
 */
export function withoutLinks(markdown: string): string {
  const flat = flattenedMarkdown(markdown.replaceAll(invisible, ''))
  // Words that were apart may read as an address now that they stand together.
  const again = hasLink(flat) ? flattenedMarkdown(flat) : flat
  return hasLink(again) ? escapeMarkdown(again) : again
}

const flattenedMarkdown = (markdown: string) => writeMarkdown(flatRoot(readMarkdown(markdown)))

const flatRoot = ({ children }: Root): Root => ({ type: 'root', children: children.flatMap(flattened) })

function flattened(node: RootContent): RootContent[] {
  if (node.type === 'image') return wordsOrMark(node.alt ?? '', [text(node.alt ?? '')])
  if (node.type === 'link') {
    const words = plainText({ type: 'paragraph', children: node.children })
    return node.url === `mailto:${words}` ? [node] : wordsOrMark(words, node.children.flatMap(flattened))
  }
  if (node.type === 'text') return [text(node.value.replaceAll(bareAddress, mark))]
  if (!('children' in node)) return [node]
  return [{ ...node, children: (node.children as RootContent[]).flatMap(flattened) } as RootContent]
}

const wordsOrMark = (words: string, content: RootContent[]): RootContent[] =>
  isAddress.test(words) ? [text(mark)] : content

const isAddress = /^\s*(?:[a-z][a-z\d+.-]*:|www\.)\S+\s*$/i
