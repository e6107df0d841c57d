import type { Nodes } from 'hast'
import remarkParse from 'remark-parse'
import remarkRehype from 'remark-rehype'
import { unified } from 'unified'
import { expect, test } from 'vitest'
import { deskMarkdown } from '../../../../admin-web/src/shared/markdown/desk-markdown.ts'

/** What react-markdown does with its plugins. */
const processor = unified().use(remarkParse).use(deskMarkdown).use(remarkRehype)

const shown = (text: string) => htmlOf(processor.runSync(processor.parse(text)))

function htmlOf(node: Nodes): string {
  if (node.type === 'text') return node.value
  if (!('children' in node)) return ''
  const inner = node.children.map(htmlOf).join('')
  if (node.type === 'root') return inner
  const dir = node.properties.dir ? ` dir="${node.properties.dir}"` : ''
  return `[${node.tagName}${dir}]${inner}[/]`
}

test.each([
  ['single line breaks show', 'one\ntwo', '[p dir="auto"]one[br][/]\ntwo[/]'],
  ['lines with "•" stay apart', '• one\n• two', '[p dir="auto"]• one[br][/]\n• two[/]'],
  ['indentation stays', 'a:\n&#x20;   b', '[p dir="auto"]a:[br][/]\n\u00a0\u00a0\u00a0\u00a0b[/]'],
  ['HTML is text', '<b>no *tag*</b>', '[p dir="auto"]<b>no [em]tag[/]</b>[/]'],
  ['HTML blocks are text', '<div>\n*x*\n</div>', '[p dir="auto"]<div>[br][/]\n[em]x[/][br][/]\n</div>[/]'],
  ['there are no footnotes', 'a[^1]', '[p dir="auto"]a[^1][/]'],
  [
    'text runs in the direction of its script',
    'שלום\n\nhello',
    '[p dir="auto"]שלום[/]\n[p dir="auto"]hello[/]',
  ],
  ['lists do, too', '- שלום', '[ul dir="auto"]\n[li]שלום[/]\n[/]'],
  ['code runs from left to right', '```\nשלום\n```', '[pre][code]שלום\n[/][/]'],
])('%s', (_, text, html) => {
  expect(shown(text)).toBe(html)
})
