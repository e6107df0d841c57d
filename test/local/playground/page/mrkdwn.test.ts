import { describe, expect, test } from 'vitest'
import { parseMrkdwn } from '../../../../local/playground/page/src/slack/text/mrkdwn.ts'
import { ago, slackDate } from '../../../../local/playground/page/src/slack/text/slack-date.ts'

const text = (value: string) => ({ type: 'text', value })
const link = (url: string, label = url) => ({ type: 'link', url, label })

describe('mrkdwn is read as Slack reads it', () => {
  test.each([
    ['bold', '*b*', [{ type: 'bold', children: [text('b')] }]],
    ['italic in bold', '*_b_*', [{ type: 'bold', children: [{ type: 'italic', children: [text('b')] }] }]],
    ['signs within a word', 'a*b*c', [text('a*b*c')]],
    ['a sign beside a space', '* b *', [text('* b *')]],
    ['code, in which nothing is read', '`*b*`', [{ type: 'code', value: '*b*' }]],
    ['a block of code', '```\n<&lt;```', [{ type: 'pre', value: '<<' }]],
    ['entities', '&lt;b&gt; &amp;amp;', [text('<b> &amp;')]],
    ['a link', '<https://a.b|the *label*>', [link('https://a.b', 'the *label*')]],
    ['a bare address', 'see https://a.b/c.', [text('see '), link('https://a.b/c'), text('.')]],
    ['a mail address', '<mailto:a@b.c>', [link('mailto:a@b.c', 'a@b.c')]],
    ['a person', '<@U1>', [{ type: 'user', id: 'U1', label: undefined }]],
    ['a channel with its name', '<#C1|general>', [{ type: 'channel', id: 'C1', label: 'general' }]],
    ['a group', '<!subteam^S1>', [{ type: 'group', id: 'S1', label: undefined }]],
    ['everybody', '<!channel>', [{ type: 'broadcast', range: 'channel' }]],
    ['an emoji', ':tada:', [{ type: 'emoji', value: 'tada' }]],
    ['a quote', 'a\n&gt; b\nc', [text('a'), { type: 'quote', children: [text('b')] }, text('c')]],
    [
      'a quote to the end',
      '&gt;&gt;&gt; a\nb',
      [{ type: 'quote', children: [text('a'), { type: 'break' }, text('b')] }],
    ],
    ['lines', 'a\nb', [text('a'), { type: 'break' }, text('b')]],
  ])('%s', (_, source, nodes) => {
    expect(parseMrkdwn(source)).toEqual(nodes)
  })

  test('bare addresses stay text where the text object says verbatim', () => {
    expect(parseMrkdwn('https://a.b', true)).toEqual([text('https://a.b')])
  })
})

describe('dates', () => {
  const now = new Date('2026-03-02T12:00:00')
  const at = (iso: string) => new Date(iso).getTime() / 1_000

  test.each([
    ['2026-03-02T09:05:00', '{date_short_pretty} at {time}', 'Today at 9:05 AM'],
    ['2026-03-02T09:05:00', 'Filed {date_short_pretty}', 'Filed today'],
    ['2026-03-01T09:05:00', '{date_pretty}', 'Yesterday'],
    ['2026-02-03T09:05:00', '{date_long}', 'Tuesday, February 3, 2026'],
    ['2026-02-03T09:05:00', '{nothing}', '{nothing}'],
  ])('%s as %s', (iso, format, words) => {
    expect(slackDate(at(iso), format, now)).toBe(words)
  })

  test.each([
    [10, 'just now'],
    [180, '3 minutes ago'],
    [7_200, '2 hours ago'],
    [172_800, '2 days ago'],
  ])('%i s ago', (seconds, words) => {
    expect(ago(now.getTime() / 1_000 - seconds, now)).toBe(words)
  })
})
