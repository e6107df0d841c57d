import { describe, expect, test } from 'vitest'
import { hasLink } from '../../../../core/rich-text/has-link.ts'
import { sentencesOf, summarise } from '../../../../core/triage/local/summarise.ts'

describe('sentences', () => {
  test.each<[string, string[]]>([
    ['Der Drucker im 3. Stock streikt. Hilfe!', ['Der Drucker im 3. Stock streikt.', 'Hilfe!']],
    ['It fails in v1.2 of node.js. Why?', ['It fails in v1.2 of node.js.', 'Why?']],
    ['Geräte, z. B. Mäuse, fehlen. Ca. 20 Stück.', ['Geräte, z. B. Mäuse, fehlen.', 'Ca. 20 Stück.']],
    ['C# tests pass. C++ does not build.', ['C# tests pass.', 'C++ does not build.']],
    ['プリンターが動きません。助けてください。', ['プリンターが動きません。', '助けてください。']],
  ])('%s', (text, sentences) => expect(sentencesOf(text)).toEqual(sentences))
})

test.each<[string, string, string]>([
  ['C# tests pass', 'C# tests pass on my machine.', 'C# tests pass on my machine.'],
  [
    'Drucker',
    'Hallo zusammen,\n\nim 3. Stock druckt nichts.',
    'Drucker: Hallo zusammen, im 3. Stock druckt nichts.',
  ],
  [
    'Export is empty',
    'Hello. I pressed the button. The weather is nice. All users get an empty export.',
    'Export is empty: I pressed the button. All users get an empty export.',
  ],
  ['Paper', '> URGENT: production is down\n\nPlease order paper.', 'Paper: Please order paper.'],
])('%s | %s', (title, description, summary) => expect(summarise({ title, description })).toBe(summary))

describe('never shows a link', () => {
  test.each([
    '[Reset your password here](https://evil.example/login)',
    '[click][1]\n\n[1]: https://evil.example',
    '[[click]](//evil.example)',
    '<https://evil.example>',
    'see https://evil.example and www.evil.example',
    'HTTPS://EVIL.EXAMPLE',
  ])('%s', (description) => {
    const summary = summarise({ title: 'Help', description })
    expect(hasLink(summary)).toBe(false)
    expect(summary).not.toMatch(/evil\.example\/login|https:\/\//i)
  })
})
