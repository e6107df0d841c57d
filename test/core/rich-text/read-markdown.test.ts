import { describe, expect, test } from 'vitest'
import { isTooComplex, readMarkdown } from '../../../core/rich-text/read-markdown.ts'
import { plainTree } from '../../../core/rich-text/tree.ts'
import { escapeMarkdown } from '../../../core/rich-text/write-markdown.ts'
import { plainText } from '../../../core/rich-text/write-plain.ts'

const fill = (piece: string) => piece.repeat(Math.ceil(10_000 / piece.length)).slice(0, 10_000)

describe('text that would keep the parser busy', () => {
  test.each(['*a_', '~~a', '**a', '* a*', '*<', '> ', '- > ', '1. - '])(
    '%j again and again is plain text',
    (piece) => {
      expect(isTooComplex(fill(piece))).toBe(true)
      expect(readMarkdown(fill(piece))).toEqual(plainTree(fill(piece)))
      const typed = fill(piece).trim()
      expect(plainText(readMarkdown(escapeMarkdown(typed)))).toBe(typed)
    },
  )

  test.each([
    ['a long text', 'word _slanted_ and **bold** words that go on, '.repeat(200)],
    ['a log in a block of code', `\`\`\`\n${'a_b*c '.repeat(1_600)}\n\`\`\``],
    ['nested quotes', `${'> '.repeat(10)}deep`],
    ['a row of stars', '*'.repeat(10_000)],
  ])('%s is read', (_, markdown) => expect(isTooComplex(markdown)).toBe(false))
})

test('links may name their target elsewhere, and HTML is text', () => {
  expect(readMarkdown('[a][b] <i>x</i>\n\n[b]: https://x.example').children).toEqual([
    {
      type: 'paragraph',
      children: [
        { type: 'link', url: 'https://x.example', children: [{ type: 'text', value: 'a' }] },
        { type: 'text', value: ' <i>x</i>' },
      ],
    },
  ])
})
