import { describe, expect, test } from 'vitest'
import { cannedReplyTextSchema } from '../../../core/canned-replies/canned-reply.ts'
import { fillIn } from '../../../core/canned-replies/fill-in.ts'
import { readMarkdown } from '../../../core/rich-text/read-markdown.ts'
import { plainText } from '../../../core/rich-text/write-plain.ts'

const ticket = { number: 42, title: 'Printer on fire', requester: { name: 'Ann Arbor' } }
const max = { name: 'Max Moe' }

describe('variables are filled in', () => {
  test.each([
    ['Hello {{first_name}}!', 'Hello Ann!'],
    ['{{ requester }}: #{{number}} “{{title}}”, {{moderator}}', 'Ann Arbor: #42 “Printer on fire”, Max Moe'],
    ['**{{requester}}**\n\n- `{{number}}`', '**Ann Arbor**\n\n- `42`'],
    [
      '[the page](https://wiki.example/{{number}}?q={{title}})',
      '[the page](https://wiki.example/42?q=Printer%20on%20fire)',
    ],
    ['Braces {stay} {{', 'Braces {stay} {{'],
  ])('%s', (text, filled) => expect(fillIn(text, ticket, max)).toBe(filled))
})

describe('what somebody chose stays text', () => {
  const hostile = [
    '[x](http://evil.example)',
    '**Bold** _name_ ~~gone~~',
    'http://evil.example/a',
    'www.evil.example',
    '# Heading',
    '`code` {{number}}',
    '![x](http://evil.example/a.png)',
    '- [ ] item',
    '| a | b |',
    '<b>@everyone</b> &amp;',
  ]
  test.each(hostile)('%s', (name) => {
    for (const text of [
      '{{requester}}',
      'Hello {{requester}}, hello.',
      '> **{{requester}}**',
      '1. {{requester}}',
    ]) {
      const tree = readMarkdown(fillIn(text, { ...ticket, requester: { name } }, max))
      expect(JSON.stringify(tree)).not.toMatch(/"type":"(image|heading|inlineCode|delete|table|emphasis)"/)
      expect(plainText(tree)).toContain(name)
      for (const [, url, label] of JSON.stringify(tree).matchAll(/"url":"(.*?)".*?"value":"(.*?)"/g))
        expect(url, 'a bare address leads where it says').toMatch(new RegExp(`${label}$`))
    }
  })

  test('a title with line breaks from an older version stays one line', () =>
    expect(fillIn('{{title}}', { ...ticket, title: 'a\n\n# b' }, max)).toBe('a # b'))

  test('an address takes no part of the page from a name', () =>
    expect(
      fillIn('[x](https://wiki.example/{{requester}})', { ...ticket, requester: { name: '../a) b?#' } }, max),
    ).toBe('[x](https://wiki.example/..%2Fa\\)%20b%3F%23)'))
})

describe('only known variables are accepted', () => {
  test.each([
    'Hello {{first_name}} {{ number }}',
    'no variables',
    '{{',
    '{ {requester} }',
    'a }} b {{',
    '{{a{b}}',
  ])('accepts %s', (text) => expect(cannedReplyTextSchema.safeParse(text).success).toBe(true))
  test.each(['Hello {{firstname}}', '{{requester}} {{x}}', 'a\n{{}}\nb', '{{toString}}'])(
    'refuses %s',
    (text) =>
      expect(cannedReplyTextSchema.safeParse(text).error?.issues[0]?.message).toContain(
        'requester, first_name',
      ),
  )
  test('reads a long hostile text at once', () =>
    expect(cannedReplyTextSchema.safeParse('{{ '.repeat(660)).success).toBe(true))
})
