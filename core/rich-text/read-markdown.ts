import type { Definition, PhrasingContent, Root, RootContent } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { gfm } from 'micromark-extension-gfm'
import { disabledConstructs } from './disabled-constructs.ts'
import { linesOf, link, plainTree } from './tree.ts'

const maxMarks = 1_500
const fencedCode = /^(```+|~~~+)[^`\n]*\n[\s\S]*?^\1/gm
const unescapedMarks = /(?<!\\)[*_~]+/g
const deepNesting = /^[ \t]*(?:>[ \t]*|(?:[-*+]|\d{1,9}[.)])[ \t]+){30}/m

/**
 * Whether Markdown would take the parser too long, or nest too deeply. Nobody writes that by hand, but an attacker may:
 * parsing time grows with the square of the number of marks.
 */
export const isTooComplex = (markdown: string): boolean =>
  deepNesting.test(markdown) ||
  (markdown.replace(fencedCode, '').match(unescapedMarks)?.length ?? 0) > maxMarks

type Definitions = ReadonlyMap<string, Definition>

/**
 * Reads stored Markdown: CommonMark with GitHub's tables, strikethrough, task lists and bare links. A single line break
 * is a line break. Markdown that is too complex is plain text.
 */
export function readMarkdown(markdown: string): Root {
  if (isTooComplex(markdown)) return plainTree(markdown)
  const root = fromMarkdown(markdown, {
    extensions: [gfm(), { disable: { null: disabledConstructs } }],
    mdastExtensions: [gfmFromMarkdown()],
  })
  const definitions = new Map(
    root.children.flatMap((node) => (node.type === 'definition' ? [[node.identifier, node] as const] : [])),
  )
  return { type: 'root', children: simplifiedAll(root.children, definitions) }
}

/** Puts targets into links that name a definition, and line breaks into text. */
const simplifiedAll = <Node extends RootContent>(nodes: Node[], definitions: Definitions): Node[] =>
  nodes.flatMap((node) => simplified(node, definitions) as Node[])

function simplified(node: RootContent, definitions: Definitions): RootContent[] {
  const { position: _, ...bare } = node
  if (bare.type === 'definition') return []
  if (bare.type === 'text') return linesOf(bare.value)
  if (bare.type === 'imageReference')
    return [{ type: 'image', url: urlOf(bare, definitions), alt: bare.alt ?? null }]
  if (!('children' in bare)) return [bare]
  const children = simplifiedAll<RootContent>(bare.children, definitions)
  if (bare.type === 'linkReference') return [link(urlOf(bare, definitions), children as PhrasingContent[])]
  return [{ ...bare, children } as RootContent]
}

const urlOf = ({ identifier }: { identifier: string }, definitions: Definitions) =>
  definitions.get(identifier)?.url ?? ''
