import type { SlackShownMessage } from '../../../../slack/screen-shape.ts'

const recently = () => `${Math.floor(Date.now() / 1000) - 200}.000000`

/** Kinds of message, whoever sends them. */
export const messageSamples: { title: string; content: Partial<SlackShownMessage> }[] = [
  {
    title: 'mrkdwn',
    content: {
      text: [
        '*bold*, _italic_, ~struck~, `code`, :tada: and <https://example.com|a link>, also https://example.com/bare',
        '<@U1>, <@U2>, <#C1>, <!subteam^S1>, <!channel>',
        '<!date^1772442000^{date_long} at {time}|2 March>',
        '> a quote\n> of two lines',
        '```a = 1\nb = 2```',
      ].join('\n'),
    },
  },
  {
    title: 'Only visible to you',
    content: { text: 'Your code is not known. Get a new one.', is_ephemeral: true },
  },
  {
    title: 'Edited, with reactions and a thread',
    content: {
      text: 'The VPN drops every ten minutes',
      edited: { user: 'U1', ts: '1772442100.000000' },
      reactions: [
        { name: 'ticket', users: ['U1'], count: 1 },
        { name: 'eyes', users: ['U2', 'U0APP'], count: 2 },
      ],
      reply_count: 3,
      reply_users: ['U0APP', 'U2'],
      latest_reply: recently(),
    },
  },
  {
    title: 'Attachments',
    content: {
      text: 'Forwarded, and with colour bars',
      attachments: [
        {
          author_name: 'Ben Okri',
          text: 'Does anyone have a *projector*?',
          fallback: '',
          footer: 'Posted in #it-help',
        },
        {
          color: 'good',
          title: 'Build 214',
          title_link: 'https://example.com',
          text: 'passed',
          fallback: '',
        },
        {
          color: '#e01e5a',
          pretext: 'And one with fields:',
          fields: [
            { title: 'Status', value: 'failed', short: true },
            { title: 'Branch', value: '`main`', short: true },
          ],
          fallback: '',
        },
      ],
    },
  },
  {
    title: 'Files',
    content: {
      text: 'It prints like this:',
      files: [
        { id: 'F1', name: 'page.pdf', mimetype: 'application/pdf' },
        { id: 'F2', name: 'log.txt', mimetype: 'text/plain' },
      ],
    },
  },
]
