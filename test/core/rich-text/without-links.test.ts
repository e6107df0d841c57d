import { expect, test } from 'vitest'
import { hasLink } from '../../../core/rich-text/has-link.ts'
import { readMarkdown } from '../../../core/rich-text/read-markdown.ts'
import { withoutLinks } from '../../../core/rich-text/without-links.ts'
import { plainText } from '../../../core/rich-text/write-plain.ts'

/** What a reader sees. */
const seen = (markdown: string) => plainText(readMarkdown(markdown))

test.each([
  ['[Reset your password here](https://evil.example/login)', 'Reset your password here'],
  ['[click][1]\n\n[1]: https://evil.example', 'click'],
  ['[click]\n\n[click]: https://evil.example', 'click'],
  ['[click][]\n\n[click]: //evil.example', 'click'],
  ['[[click]](//evil.example)', '[click]'],
  ['[click [here]](https://evil.example)', 'click [here]'],
  ['<https:/evil.example>', '[link removed]'],
  ['<https://evil.example>', '[link removed]'],
  ['go to HTTP://EVIL.example/x now', 'go to [link removed] now'],
  ['see www.evil.example.', 'see [link removed].'],
  ['[https://bank.example](https://evil.example)', '[link removed]'],
  ['[**bold** words](javascript:alert)', 'bold words'],
  ['![a cat](https://evil.example/cat.png)', 'a cat'],
  ['![](https://evil.example/cat.png) meow', 'meow'],
  ['[![a cat](https://evil.example/cat.png)](https://evil.example)', 'a cat'],
  ['- [one](x)\n- > [two](y)', 'one'],
  ['| a |\n|---|\n| [b](c) |', 'b'],
  ['[ht](x)tp://evil.example', '[link removed]'],
  ['ask ops@example.com', 'ask ops@example.com'],
  ['[ops](mailto:evil@example.com)', 'ops'],
])('%j', (markdown, expected) => {
  const result = withoutLinks(markdown)
  expect(hasLink(result)).toBe(false)
  expect(seen(result)).toContain(expected)
  expect(seen(result)).not.toMatch(/\]\(|\[1\]:/)
})

test.each([
  'Restart **the** `router`.\n\n- one\n- two',
  'C# and [brackets], a * b',
  '```\nhttp://localhost\n```',
])('%j has no link, and stays as it is', (markdown) => {
  expect(withoutLinks(markdown)).toBe(markdown)
})
