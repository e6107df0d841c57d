import type { List, ListItem, Nodes, Table, TableCell } from 'mdast'
import { timeOf } from './time.ts'

/**
 * How much of the formatting stays in plain text. `none`: only the words. `readable`: with signs that a reader of plain
 * text knows, such as **bold**, and the addresses of links.
 */
type Formatting = 'none' | 'readable'

/** The words of a tree, in lines. Nothing in it is escaped, so it can't be read back. */
export const plainText = (tree: Nodes): string => write(tree, 'none').trim()

/** The words of a part of a line, with the spaces at its ends. */
export const inlineText = (part: Nodes): string => write(part, 'none')

/** A tree for readers of plain text, such as that of mails. */
export const readableText = (tree: Nodes): string => write(tree, 'readable').trim()

const marks = { strong: '**', emphasis: '*', delete: '~~' } as const

function write(node: Nodes, formatting: Formatting): string {
  const isReadable = formatting === 'readable'
  const inner = (parent: { children: Nodes[] }, between: string) =>
    parent.children.map((child) => write(child, formatting)).join(between)
  switch (node.type) {
    case 'root':
      return inner(node, '\n\n')
    case 'paragraph':
    case 'heading':
    case 'tableCell':
      return inner(node, '')
    case 'blockquote':
      return isReadable ? prefixed(inner(node, '\n\n'), '> ') : inner(node, '\n\n')
    case 'list':
      return node.children
        .map((item, index) =>
          listItem(
            isReadable || node.ordered ? markerOf(node, item, index) : '',
            inner(item, node.spread ? '\n\n' : '\n'),
          ),
        )
        .join(node.spread ? '\n\n' : '\n')
    case 'table':
      return tableLines(node, (cell) => inner(cell, '')).join('\n')
    case 'code':
      return isReadable ? `${fenceFor(node.value)}\n${node.value}\n${fenceFor(node.value)}` : node.value
    case 'thematicBreak':
      return '---'
    case 'strong':
    case 'emphasis':
    case 'delete':
      return isReadable ? `${marks[node.type]}${inner(node, '')}${marks[node.type]}` : inner(node, '')
    case 'inlineCode':
      return isReadable ? `\`${node.value}\`` : node.value
    case 'link':
      return isReadable ? withAddress(inner(node, ''), node.url) : inner(node, '')
    case 'image':
      return isReadable ? withAddress(node.alt || 'picture', node.url) : node.alt || 'picture'
    case 'break':
      return '\n'
    default:
      return 'value' in node ? node.value : 'children' in node ? inner(node, '') : ''
  }
}

const withAddress = (label: string, url: string) =>
  [label, `mailto:${label}`, `http://${label}`].includes(url) || timeOf(url) ? label : `${label} (${url})`

/** A fence that is longer than any in the code. */
const fenceFor = (code: string) =>
  '`'.repeat(Math.max(2, ...[...code.matchAll(/`{3,}/g)].map(([run]) => run.length)) + 1)

export const prefixed = (lines: string, prefix: string) =>
  lines.replace(/^/gm, prefix).replace(/[ \t]+$/gm, '')

/** The sign that starts an item of a list, e.g. "2. ". A task says whether it is done. */
export function markerOf(list: List, item: ListItem, index: number): string {
  const marker = list.ordered ? `${(list.start ?? 1) + index}. ` : '- '
  if (item.checked === null || item.checked === undefined) return marker
  return `${marker}${item.checked ? '☑' : '☐'} `
}

/** An item whose further lines stand below its first. */
export const listItem = (marker: string, lines: string) =>
  marker + lines.replace(/\n(?=[^\n])/g, `\n${' '.repeat(/^(?:- |\d+\. )/.exec(marker)?.[0].length ?? 2)}`)

/** A table with aligned columns, for places that show none. */
export function tableLines(table: Table, write: (cell: TableCell) => string): string[] {
  const rows = table.children.map((row) => row.children.map((cell) => write(cell).replace(/\s+/g, ' ')))
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => [...(row[column] ?? '')].length)),
  )
  const line = (cells: string[]) =>
    cells
      .map((cell, column) => cell + ' '.repeat((widths[column] ?? 0) - [...cell].length))
      .join(' | ')
      .trimEnd()
  const [head = [], ...body] = rows
  return [line(head), widths.map((width) => '-'.repeat(width)).join('-|-'), ...body.map(line)]
}
