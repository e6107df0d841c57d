import type { Link, Nodes, Root } from 'mdast'
import { gfmToMarkdown } from 'mdast-util-gfm'
import { defaultHandlers, type Handle, type Info, type Options, toMarkdown } from 'mdast-util-to-markdown'
import { isTooComplex, readMarkdown } from './read-markdown.ts'
import { plainTree } from './tree.ts'
import { inlineText } from './write-plain.ts'

/**
 * Writes a tree as Markdown to be stored. What is text in the tree stays the same characters when it is read. Escapes
 * appear only in the blocks that need some.
 */
export function writeMarkdown(tree: Root): string {
  const blocks = tree.children.map((block) => {
    const alone: Root = { type: 'root', children: [block] }
    const asTyped = write(alone, unescaped)
    return isReadAs(asTyped, alone) ? asTyped : write(alone, options)
  })
  const written = blocks.join('\n\n')
  return isReadAs(written, tree) ? written : write(tree, options)
}

/** Plain text as Markdown that shows the same characters. */
export const escapeMarkdown = (plain: string): string => writeMarkdown(plainTree(plain))

const write = (tree: Root, how: Options) => toMarkdown(tree, how).trimEnd()

const isReadAs = (markdown: string, tree: Root) =>
  !isTooComplex(markdown) && signature(readMarkdown(markdown)) === signature(tree)

/** What a tree shows, to compare trees. Neighbouring texts are one. */
const signature = (tree: Root) =>
  JSON.stringify(joined(tree), (key, value) => (ignored.has(key) ? undefined : (value ?? undefined)))

const ignored = new Set(['position', 'spread', 'align', 'data'])

function joined(node: Nodes): object {
  if (!('children' in node)) return node
  const children: Nodes[] = []
  for (const child of node.children) {
    const last = children.at(-1)
    if (child.type === 'text' && last?.type === 'text')
      children.splice(-1, 1, { type: 'text', value: last.value + child.value })
    else children.push(child)
  }
  return { ...node, children: children.map(joined) }
}

/** A line break is one, everywhere the desk shows Markdown. */
const writeBreak: Handle = (...given) => {
  const written = defaultHandlers.break(...given)
  return written === '\\\n' ? '\n' : written
}

const writeLink: Handle = (node: Link, parent, state, info) =>
  isReadBare(node, info) ? inlineText(node) : defaultHandlers.link(node, parent, state, info)

const bareUrl = /^https?:\/\/[\w.:-]*\w(?:[/?#][\w\-.~/?#=&%+:@,!$]*)?(?<=[\w/=#%+-])$/
const bareAddress = /^[\w.+-]+@(?:[\w-]+\.)+[a-z]+$/i

/** Whether every reader finds the link without `<…>`: a plain address that stands by itself. */
function isReadBare(node: Link, { before, after }: Info): boolean {
  const label = inlineText(node)
  const isBare =
    node.url === label ? bareUrl.test(label) : node.url === `mailto:${label}` && bareAddress.test(label)
  return isBare && !node.title && /^[\s(]?$/.test(before.slice(-1)) && /^[\s.,!?)]?$/.test(after.slice(0, 1))
}

const options: Options = {
  bullet: '-',
  rule: '-',
  handlers: { break: writeBreak, link: writeLink },
  // The extension leaves some beginnings of an address, in which escapes would show.
  unsafe: [{ character: '.', before: '[Ww]', inConstruct: 'phrasing' }],
  extensions: [gfmToMarkdown()],
}

/** Text as it was typed, except in the labels of links, and where parsers disagree about strikethrough. */
const unescaped: Options = {
  ...options,
  handlers: {
    ...options.handlers,
    text: (node, parent, state, info) =>
      state.stack.includes('label') || node.value.includes('~~')
        ? defaultHandlers.text(node, parent, state, info)
        : node.value,
  },
}
