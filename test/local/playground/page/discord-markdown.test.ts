import { describe, expect, test } from 'vitest'
import { type Node, parseDiscord } from '../../../../local/playground/page/src/discord/markdown/parse.ts'
import { discordTimestamp } from '../../../../local/playground/page/src/discord/markdown/timestamp.ts'

/** The tree in short: `list(item(…))`. */
function short(nodes: Node[]): string {
  return nodes
    .map((node) => {
      if (node.type === 'list')
        return `${node.ordered ? `ol${node.start}` : 'ul'}(${(node.items ?? []).map((item) => `[${short(item)}]`).join('')})`
      if (node.type === 'text') return node.content
      if (node.type === 'br') return '⏎'
      const inner = Array.isArray(node.content) ? short(node.content) : (node.content ?? node.id ?? '')
      return `${node.type}(${inner})`
    })
    .join('')
}

describe('Markdown is read as Discord reads it', () => {
  test.each([
    ['a list', '- one\n- two', 'ul([one][two])'],
    ['another one below', 'first\n* one', 'first⏎ul([one])'],
    ['numbers', '3. three\n4. four', 'ol3([three][four])'],
    ['a list within a list', '- one\n  - deeper\n- two', 'ul([one⏎ul([deeper])][two])'],
    ['two kinds of list', '- one\n1. first', 'ul([one])ol1([first])'],
    ['no list without a space', '-one', '-one'],
    ['formatting in a list', '- **b**', 'ul([strong(b)])'],
    ['a heading and small print', '# Big\n-# small', 'heading(Big)subtext(small)'],
    ['a spoiler', '||no||', 'spoiler(no)'],
    [
      'mentions',
      '<@200000000000000001> <#200000000000000002>',
      'user(200000000000000001) channel(200000000000000002)',
    ],
    ['an escaped sign', '\\*no\\*', '*no*'],
    ['a link', '[words](https://a.b)', 'link(words)'],
  ])('%s', (_, source, tree) => {
    expect(short(parseDiscord(source))).toBe(tree)
  })
})

test.each([
  [-90, 'R', '2 minutes ago'],
  [7_200, 'R', 'in 2 hours'],
  [0, 'D', 'March 2, 2026'],
  [0, undefined, 'March 2, 2026 at 12:00 PM'],
])('a timestamp %i s from now as %s', (seconds, format, words) => {
  const now = new Date('2026-03-02T12:00:00')
  expect(discordTimestamp(now.getTime() / 1_000 + seconds, format, now)).toBe(words)
})
