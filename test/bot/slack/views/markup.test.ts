import { describe, expect, test } from 'vitest'
import { readMrkdwn } from '../../../../bot/slack/text/read-mrkdwn.ts'
import { escapeMrkdwn, truncate, withoutPings } from '../../../../bot/slack/views/markup.ts'
import { writeMarkdown } from '../../../../core/rich-text/write-markdown.ts'

test.each([
  ['short', 10, 'short'],
  ['exactly ten', 11, 'exactly ten'],
  ['one too long', 11, 'one too lo…'],
  ['ab\u{1F525}cd', 4, 'ab…'],
])('truncate(%j, %i)', (text, max, expected) => {
  expect(truncate(text, max)).toBe(expected)
})

test('escapes what Slack would read as a link, a name or a call to everybody', () => {
  expect(escapeMrkdwn('<!channel> & <@U1>')).toBe('&lt;!channel&gt; &amp; &lt;@U1&gt;')
})

test("people's Markdown keeps its links, but calls nobody", () => {
  const quiet = withoutPings('<!channel> <@U1> <#C1> <https://a.example> `<!here>` a < b')
  expect(quiet).not.toMatch(/<[!@#]/)
  expect(quiet.replaceAll('\u2060', '')).toBe('<!channel> <@U1> <#C1> <https://a.example> `<!here>` a < b')
})

describe('what is written on Slack, as Markdown', () => {
  test.each([
    ['plain words', 'plain words'],
    ['a *bold* word, _slanted_ and ~gone~', 'a **bold** word, *slanted* and ~~gone~~'],
    ['2 * 3 * 4 and a*b*c', '2 \\* 3 \\* 4 and a\\*b\\*c'],
    ['AT&amp;T &lt;b&gt;', 'AT&T <b>'],
    ['&amp;lt;', '\\&lt;'],
    ['<@U123> <@U123|ada> <#C1|general> <!here> <!subteam^S1|@it>', '@someone @ada #general @here @it'],
    ['see <https://a.example/x|the page>', 'see [the page](https://a.example/x)'],
    ['see <https://a.example/x>', 'see https://a.example/x'],
    ['<http://a.example|a.example> <mailto:b@a.example|b@a.example>', 'a.example b@a.example'],
    ['`*not bold* <https://a.example|a>`', '`*not bold* https://a.example`'],
    ['```\n*x* &lt;y&gt;\n```', '```\n*x* <y>\n```'],
    ['<https://a.example|[x] y>', '[\\[x\\] y](https://a.example)'],
    ['  spaces around \n', 'spaces around'],
  ])('%j', (mrkdwn, markdown) => {
    expect(writeMarkdown(readMrkdwn(mrkdwn, () => undefined))).toBe(markdown)
  })
})
