import type { Break, Link, PhrasingContent, Root, RootContent, Text } from 'mdast'

/*
 * Formatted text as a tree, in the form of mdast: https://github.com/syntax-tree/mdast. Each surface has a reader that
 * makes a tree of what people type there, and a writer that shows a tree there.
 */

export const text = (value: string): Text => ({ type: 'text', value })
export const lineBreak: Break = { type: 'break' }

/** @param url of any scheme; its label is the URL itself if none is given */
export const link = (url: string, children: PhrasingContent[] = [text(url)]): Link => ({
  type: 'link',
  url,
  children: children as Link['children'],
})

/** Plain text within a line, whose line breaks are kept. */
export const linesOf = (plain: string): PhrasingContent[] =>
  plain
    .split(/\r\n|\r|\n/)
    .flatMap((line, index) => [...(index > 0 ? [lineBreak] : []), ...(line ? [text(line)] : [])])

/** Splits a line's content into paragraphs where it has empty lines, and drops empty lines at both ends. */
export function paragraphsOf(content: PhrasingContent[]): RootContent[] {
  const paragraphs: PhrasingContent[][] = [[]]
  let breaks = 0
  for (const node of content) {
    if (node.type === 'break') breaks += 1
    else {
      const current = paragraphs.at(-1) ?? []
      if (breaks > 1 && current.length > 0) paragraphs.push([node])
      else current.push(...(breaks > 0 && current.length > 0 ? [lineBreak] : []), node)
      breaks = 0
    }
  }
  return paragraphs
    .map(withoutInvisibleEnds)
    .filter((children) => children.length > 0)
    .map((children) => ({ type: 'paragraph', children }))
}

/** Nobody sees spaces at the end of a line. At its start, ordinary ones may be an indentation. */
const withoutInvisibleEnds = (content: PhrasingContent[]): PhrasingContent[] =>
  content.flatMap((node, index): PhrasingContent[] => {
    if (node.type !== 'text') return [node]
    const isFirst = index === 0 || content[index - 1]?.type === 'break'
    const isLast = index === content.length - 1 || content[index + 1]?.type === 'break'
    const fromStart = isFirst ? node.value.replace(/^[^\S \t]+/, '') : node.value
    const value = isLast ? fromStart.trimEnd() : fromStart
    return value ? [text(value)] : []
  })

/** Plain text as a tree: the characters as they are, in paragraphs. */
export const plainTree = (plain: string): Root => ({ type: 'root', children: paragraphsOf(linesOf(plain)) })

const markTypes = ['strong', 'emphasis', 'delete'] as const
export type Mark = (typeof markTypes)[number]
/** A piece of a line with its marks, as platforms without nesting send it. */
export type Run = { node: PhrasingContent; marks: ReadonlySet<Mark> }

/** Turns pieces with marks into nested nodes. Neighbours with the same mark share one node. */
export function nested(runs: Run[], marks: readonly Mark[] = markTypes): PhrasingContent[] {
  const [mark, ...rest] = marks
  if (!mark) return runs.map(({ node }) => node)
  const groups: Run[][] = []
  for (const run of runs) {
    const group = groups.at(-1)
    if (group?.[0] && group[0].marks.has(mark) === run.marks.has(mark)) group.push(run)
    else groups.push([run])
  }
  return groups.flatMap((group) => {
    const children = nested(group, rest)
    return group[0]?.marks.has(mark) ? [{ type: mark, children }] : children
  })
}
