import { describe, expect, test } from 'vitest'
import { hasLink } from '../../../core/rich-text/has-link.ts'
import {
  fromDiscord,
  fromSlack,
  inMailHtml,
  inMailText,
  mailTags,
  onDiscord,
  onDiscordPlain,
  onSlack,
} from './surfaces.ts'

/** Plain text that other surfaces would read as formatting. Typed on Slack, it is sent with `&`, `<` and `>` as entities. */
const plain = [
  'a || b || c',
  '__init__.py',
  '__init__.py and __main__.py',
  'first\n---\nsecond',
  'first\n===\nsecond',
  '# 3 is broken',
  '#3 is broken',
  '-# small',
  '\\\\fileserver\\share\\_new',
  'C:\\new_folder\\*.log',
  '&nbsp; and &amp; and &#35;',
  'AT&T <b>nothing</b> <script>',
  '1. x',
  '2026. That was the year',
  '1) x',
  '+ x',
  '- x',
  '-5 degrees',
  '> not here',
  '2 * 3 * 4 and a*b*c',
  'snake_case_name and _private',
  'a ~ b ~ c and ~~ no ~~',
  '`` empty',
  'one ` tick',
  '[x] done, [ ] open, [a]: b, [^1]: c',
  '[label](not a link)',
  '![x](y)',
  'a | b\n--|--\n1 | 2',
  '| a | b |\n| - | - |\n| 1 | 2 |',
  'key:\n    value: 1\n        deeper: 2',
  '• one\n• two',
  'one\ntwo\nthree',
  'para one\n\npara two',
  'ends with a backslash\\\nnext',
  '~~~\nnot code\n~~~',
  '***',
  '* * *',
  '___',
  '@everyone and @here',
  'it cost 5$ ^ 2 % {x} = y',
  'emoji 👍🏽 and 👩‍💻 and ❤️',
  'שלום עולם',
  '¯\\_(ツ)_/¯',
  'a:b::c :8080: 12:30:45',
  '<@123> <#123> <:x:1> <t:1>',
]

const typedOnSlack = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

/** A block with an emoji beside the text, as a message that is not only text. */
const asRichText = (text: string) => ({
  text: 'unused',
  blocks: [
    {
      type: 'rich_text' as const,
      elements: [
        {
          type: 'rich_text_section' as const,
          elements: [
            { type: 'text' as const, text: `${text}\n\n` },
            { type: 'emoji' as const, name: 'eyes', unicode: '1f440' },
          ],
        },
      ],
    },
  ],
})

/** What Slack itself formats when it is typed without its editor. */
const formattedBySlack = new Set(['> not here', '¯\\_(ツ)_/¯'])

function expectSameEverywhere(stored: string, text: string) {
  expect(onSlack(stored), 'on Slack').toBe(text)
  expect(inMailText(stored), 'in the mail’s text').toBe(text.trim())
  expect(inMailHtml(stored), 'in the mail’s HTML').toBe(text.trim())
  expect(mailTags(stored), 'formatting in the mail').toEqual([])
  expect(onDiscordPlain(stored), 'on Discord').toBe(text.trim())
}

describe('plain text reads the same everywhere', () => {
  test.each(plain)('%j', (text) => {
    if (!formattedBySlack.has(text)) expectSameEverywhere(fromSlack(typedOnSlack(text)), text)
    const stored = fromSlack(asRichText(text))
    expectSameEverywhere(stored, `${text}\n\n👀`)
  })
})

const pieces = [
  ...'\\*_~`|<>[](){}#+-.!&;:=@"\'^$%/,?1a ',
  ...['\n', '\n\n', '    ', '  ', '__', '**', '~~', '||', '```', '---', '===', '# ', '- ', '1. ', '> ', '• '],
  ...[
    '&amp;',
    '&#35;',
    '<b>',
    '</b>',
    '<!--',
    '[x]',
    '](',
    '![',
    '[^1]',
    'http',
    '://',
    'www.',
    '<@1>',
    '\t',
    '\\\n',
  ],
  ...['word', 'Ünï', '漢字', 'שלום', '👍🏽', '\u200b', '\u00a0'],
]

/** The same texts in each run. https://en.wikipedia.org/wiki/Linear_congruential_generator */
function* randomTexts(count: number) {
  let state = 15
  const below = (limit: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * limit)
  }
  for (let made = 0; made < count; made++)
    yield Array.from({ length: 1 + below(14) }, () => pieces[below(pieces.length)]).join('')
}

/** Not kept: spaces at the ends of lines, empty lines at both ends, and more than one between paragraphs. */
const tidy = (text: string) =>
  text
    .split('\n')
    .map((line) => line.replace(/^[^\S \t]+/, '').trimEnd())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .replace(/^\n+|\n+$/g, '')

test('random characters read the same everywhere', () => {
  for (const random of randomTexts(1_000)) {
    const text = tidy(`${random}`)
    if (!text.trim()) continue
    const stored = fromSlack(asRichText(text))
    const shown = `${text}\n\n👀`
    const context = `${JSON.stringify(text)} stored as ${JSON.stringify(stored)}`
    expect(onSlack(stored), context).toBe(shown)
    expect(inMailText(stored), context).toBe(shown.trim())
    expect(inMailHtml(stored), context).toBe(shown.trim())
    expect(onDiscordPlain(stored), context).toBe(shown.trim())
  }
})

/** [typed on Slack, stored, shown on Discord, shown in a mail's text] */
const slackCases: [string, string, string, string][] = [
  [
    '```npm ERR! code E401\nnpm ERR! failed``` after',
    '```\nnpm ERR! code E401\nnpm ERR! failed\n```\n\nafter',
    '```\nnpm ERR! code E401\nnpm ERR! failed\n```\nafter',
    '```\nnpm ERR! code E401\nnpm ERR! failed\n```\n\nafter',
  ],
  [
    'before ```one``` between ```two```',
    'before\n\n```\none\n```\n\nbetween\n\n```\ntwo\n```',
    'before\n```\none\n```\nbetween\n```\ntwo\n```',
    'before\n\n```\none\n```\n\nbetween\n\n```\ntwo\n```',
  ],
  [
    '*bold* _slanted_ ~gone~ `code`',
    '**bold** *slanted* ~~gone~~ `code`',
    '**bold** *slanted* ~~gone~~ `code`',
    '**bold** *slanted* ~~gone~~ `code`',
  ],
  ['*bold _and slanted_*', '**bold _and slanted_**', '**bold *and slanted***', '**bold *and slanted***'],
  [
    '`*a* &lt;b&gt; <https://x.example|x>`',
    '`*a* <b> https://x.example`',
    '`*a* <b> https://x.example`',
    '`*a* <b> https://x.example`',
  ],
  [
    'ask <@U1> or <@U9>',
    'ask @Ada Lovelace or @someone',
    'ask @Ada Lovelace or @someone',
    'ask @Ada Lovelace or @someone',
  ],
  [
    '<@U2> in <#C1|> and <#C1|renamed>',
    '@Uma in #it-help and #renamed',
    '@Uma in #it-help and #renamed',
    '@Uma in #it-help and #renamed',
  ],
  [
    '<!subteam^S1> <!subteam^S9|@ops> <!here> <!channel|channel>',
    '@it-team @ops @here @channel',
    '@it-team @ops @here @channel',
    '@it-team @ops @here @channel',
  ],
  [
    '<https://x.example/a|A | B>',
    '[A | B](https://x.example/a)',
    '[A | B](https://x.example/a)',
    'A | B (https://x.example/a)',
  ],
  [
    '*<https://x.example|Docs>*',
    '**[Docs](https://x.example)**',
    '**[Docs](https://x.example)**',
    '**Docs (https://x.example)**',
  ],
  [
    '<https://x.example/a_b_c?q=1&amp;r=2>',
    'https://x.example/a_b_c?q=1&r=2',
    'https://x.example/a_b_c?q=1&r=2',
    'https://x.example/a_b_c?q=1&r=2',
  ],
  [
    '<mailto:b@x.example|b@x.example>, <http://x.example|x.example>',
    'b@x.example, x.example',
    'b@x.example, x.example',
    'b@x.example, x.example',
  ],
  [
    ':+1: :smile: :wave::skin-tone-3: :party_parrot: :8080:',
    '👍 😄 👋🏼 :party_parrot: :8080:',
    '👍 😄 👋🏼 :party\\_parrot: :8080:',
    '👍 😄 👋🏼 :party_parrot: :8080:',
  ],
  ['`:+1:`', '`:+1:`', '`:+1:`', '`:+1:`'],
  [
    '&gt; quoted\n&gt; more\nnot',
    '> quoted\n> more\n\nnot',
    '> quoted\n> more\nnot',
    '> quoted\n> more\n\nnot',
  ],
  ['&gt;&gt;&gt;all\n\nof it', '> all\n>\n> of it', '> all\n> \n> of it', '> all\n>\n> of it'],
  ['• one\n• two', '• one\n• two', '• one\n• two', '• one\n• two'],
  ['&amp;nbsp; &amp;amp;', '\\&nbsp; \\&amp;', '&nbsp; &amp;', '&nbsp; &amp;'],
]

test.each(slackCases)('typed on Slack: %j', (typed, stored, discord, mail) => {
  expect(fromSlack(typed)).toBe(stored)
  expect(onDiscord(stored)).toBe(discord)
  expect(inMailText(stored)).toBe(mail)
})

/** [typed on Discord, stored, shown on Slack] */
const discordCases: [string, string, string][] = [
  ['**bold** *a* _b_ ~~c~~ `d`', '**bold** *a* *b* ~~c~~ `d`', 'bold a b c d'],
  ['__init__.py', '\\_\\_init\\_\\_.py', '__init__.py'],
  ['a || b || c', 'a || b || c', 'a || b || c'],
  ['first\n---\nsecond', 'first\n\\---\nsecond', 'first\n---\nsecond'],
  ['&nbsp;', '\\&nbsp;', '&nbsp;'],
  ['<b>nothing</b>', '<b>nothing</b>', '<b>nothing</b>'],
  ['\\*not bold\\*', '\\*not bold\\*', '*not bold*'],
  [
    '<@7> see <#3>, <@&6> <:party:44> <a:dance:5> </reply:1>',
    '@Max Moe see #it-help, @Desk :party: :dance: /reply',
    '@Max Moe see #it-help, @Desk :party: :dance: /reply',
  ],
  ['<@9> <#9> <@&9>', '@someone #channel @team', '@someone #channel @team'],
  ['# Title\ntext', '# Title\n\ntext', 'Title\n\ntext'],
  ['#3 is broken', '#3 is broken', '#3 is broken'],
  ['- a\n- b\n  - c\n1. d', '- a\n- b\n  - c\n\n1. d', '• a\n• b\n  • c\n1. d'],
  ['> q\n> r\nafter', '> q\n> r\n\nafter', '> q\nr\nafter'],
  ['```js\nconst a = 1\n```after', '```js\nconst a = 1\n```\n\nafter', '[code]const a = 1[/code]\nafter'],
  ['```one line```', '```\none line\n```', '[code]one line[/code]'],
  [
    '[label](https://x.example) <https://y.example>',
    '[label](https://x.example) https://y.example',
    'label https://y.example',
  ],
  [
    '(https://x.example/a_b) https://x.example/.',
    '(https://x.example/a_b) https://x.example/.',
    '(https://x.example/a_b) https://x.example/.',
  ],
  [
    'back <t:1796058000:R> or <t:1796058000>',
    'back [2026-11-30 17:00 UTC](time:1796058000:R) or [2026-11-30 17:00 UTC](time:1796058000:f)',
    'back [{date_short_pretty} at {time}] or [{date_long_full} at {time}]',
  ],
  ['<t:9999999999999>', '<t:9999999999999>', '<t:9999999999999>'],
  ['one\ntwo', 'one\ntwo', 'one\ntwo'],
  ['¯\\_(ツ)_/¯', '¯\\\\\\_(ツ)\\_/¯', '¯\\_(ツ)_/¯'],
]

test.each(discordCases)('typed on Discord: %j', (typed, stored, slack) => {
  expect(fromDiscord(typed)).toBe(stored)
  expect(onSlack(stored)).toBe(slack)
})

test('a moment from Discord is one on Discord, and in words elsewhere', () => {
  const stored = fromDiscord('back <t:1796058000:R>')
  expect(onDiscord(stored)).toBe('back <t:1796058000:R>')
  expect(inMailText(stored)).toBe('back 2026-11-30 17:00 UTC')
  expect(hasLink(stored)).toBe(false)
})

test('two quotes stay two on Discord', () => {
  expect(onDiscord('> one\n\n> two')).toBe('> one\n\n> two')
})
