import type { Nodes } from 'mdast'
import { readMarkdown } from './read-markdown.ts'
import { timeOf } from './time.ts'
import { plainText } from './write-plain.ts'

/** Whether a text has a link or picture whose target can't be read in it. A bare e-mail address is none. */
export const hasLink = (markdown: string): boolean => isLinked(readMarkdown(markdown))

function isLinked(node: Nodes): boolean {
  if (node.type === 'image' || node.type === 'imageReference' || node.type === 'linkReference') return true
  if (node.type === 'link') return node.url !== `mailto:${plainText(node)}` && !timeOf(node.url)
  return 'children' in node && node.children.some(isLinked)
}
