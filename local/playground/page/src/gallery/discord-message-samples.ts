import {
  type APIMessage,
  type APIUser,
  ButtonStyle,
  ComponentType,
  MessageFlags,
  MessageType,
} from 'discord-api-types/v10'

const user = (id: string, username: string, name: string, bot = false): APIUser => ({
  id,
  username,
  global_name: name,
  discriminator: '0',
  avatar: null,
  bot,
})

export const users = {
  bot: user('100000000000000001', 'deskbridge', 'Deskbridge', true),
  max: user('200000000000000002', 'max', 'Max Moe'),
  mia: user('200000000000000003', 'mia', 'Mia Fox'),
}
export const people = Object.values(users)

/** A message of the app with this content. */
export const messageOf = (content: object): APIMessage =>
  ({
    id: '400000000000000001',
    channel_id: '300000000000000003',
    author: users.bot,
    type: MessageType.Default,
    content: '',
    timestamp: '2026-03-02T09:00:00.000000+00:00',
    edited_timestamp: null,
    embeds: [],
    attachments: [],
    mentions: [],
    mention_roles: [],
    mention_everyone: false,
    pinned: false,
    tts: false,
    ...content,
  }) as APIMessage

const markdown = [
  '# Heading\n## Smaller\n### Smallest\n-# Small print',
  '**bold** *italic* __underlined__ ~~struck~~ `code` ||spoiler|| [link](https://example.com) https://example.com',
  '<@200000000000000002> <@200000000000000003> <#300000000000000003> <@&500000000000000005> @everyone </duty on:600000000000000006>',
  '<t:1772442000:R> <t:1772442000:F> 😀',
  '- one\n- two\n  - two and a half\n1. first\n2. second',
  '> a quote\n> of two lines',
  '```js\nlet x = 1\n```',
].join('\n')

const button = (style: ButtonStyle, label: string, more: object = { custom_id: label }) => ({
  type: ComponentType.Button,
  style,
  label,
  ...more,
})
const row = (...components: object[]) => ({ type: ComponentType.ActionRow, components })
const text = (content: string) => ({ type: ComponentType.TextDisplay, content })
const picture = { url: 'https://example.com/p.png' }

const buttons = [
  button(ButtonStyle.Primary, 'Primary'),
  button(ButtonStyle.Secondary, 'Secondary'),
  button(ButtonStyle.Success, 'Success'),
  button(ButtonStyle.Danger, 'Danger'),
  button(ButtonStyle.Link, 'Link', { url: 'https://example.com' }),
]
const options = ['Printers', 'VPN', 'Accounts'].map((label) => ({
  label,
  value: label,
  description: `About ${label}`,
}))

const components = [
  row(...buttons),
  row(button(ButtonStyle.Success, 'Off', { custom_id: 'off', disabled: true })),
  row({ type: ComponentType.StringSelect, custom_id: 's', options, placeholder: 'Choose a skill' }),
  row({ type: ComponentType.UserSelect, custom_id: 'u', placeholder: 'Choose moderators', max_values: 3 }),
]

const containers = [
  {
    type: ComponentType.Container,
    accent_color: 0xd92d20,
    components: [
      text('## #42 Printer on fire\nFlames come out of **it**.'),
      { type: ComponentType.Separator, divider: true, spacing: 1 },
      {
        type: ComponentType.Section,
        components: [text('**Assigned to** Max Moe'), text('-# knows printers')],
        accessory: { type: ComponentType.Thumbnail, media: picture, description: 'Printer' },
      },
      {
        type: ComponentType.Section,
        components: [text('Nobody has claimed it')],
        accessory: button(ButtonStyle.Primary, 'Claim'),
      },
      {
        type: ComponentType.MediaGallery,
        items: [{ media: picture, description: 'One' }, { media: picture }],
      },
      { type: ComponentType.File, file: { url: 'attachment://log.txt' } },
      row(...buttons.slice(0, 2)),
    ],
  },
  { type: 99 },
]

const embed = {
  author: { name: 'Eva (requester)', icon_url: picture.url },
  title: 'Every part of an embed',
  url: 'https://example.com',
  description: 'With **Markdown** and `code`.',
  color: 0x5b47d6,
  fields: ['Status', 'Priority', 'From', 'Category', 'Urgency']
    .map((name) => ({ name, value: 'Open', inline: true }))
    .concat([{ name: 'Summary', value: 'A longer line over the whole width.', inline: false }]),
  thumbnail: picture,
  image: picture,
  footer: { text: 'Triaged by the local engine' },
  timestamp: '2026-03-02T09:00:00.000Z',
}

const question = messageOf({ author: users.mia, content: 'Who takes the printer?' })

/** Kinds of message, whoever sends them. */
export const messageSamples = [
  { title: 'Markdown', content: { author: users.mia, content: markdown } },
  { title: 'Only emoji', content: { author: users.mia, content: '🎉 🖨️' } },
  { title: 'Embed', content: { embeds: [embed] } },
  { title: 'Components', content: { content: 'Buttons and selects', components } },
  { title: 'Components V2', content: { flags: MessageFlags.IsComponentsV2, components: containers } },
  {
    title: 'Only you can see this',
    content: {
      flags: MessageFlags.Ephemeral,
      content: 'Internal: Eva doesn’t see this.',
      type: MessageType.ChatInputCommand,
      interaction_metadata: {
        id: '7',
        type: 2,
        user: users.max,
        authorizing_integration_owners: {},
        name: 'duty on',
      },
      components: [row(buttons[0] ?? {})],
    },
  },
  { title: 'Thinking', content: { flags: MessageFlags.Loading } },
  {
    title: 'A reply, edited, with reactions',
    content: {
      author: users.max,
      type: MessageType.Reply,
      content: 'I do.',
      edited_timestamp: '2026-03-02T09:01:00.000000+00:00',
      referenced_message: question,
      reactions: [
        { emoji: { id: null, name: '👀' }, count: 1, me: true },
        { emoji: { id: null, name: '✅' }, count: 3, me: false },
      ],
    },
  },
  {
    title: 'Reply to a deleted message',
    content: { author: users.max, type: MessageType.Reply, content: 'Thanks', referenced_message: null },
  },
  {
    title: 'Files, and the start of a thread',
    content: {
      author: users.mia,
      content: 'See the log',
      attachments: [
        { id: '1', filename: 'log.txt', size: 2_345, url: '#', content_type: 'text/plain' },
        { id: '2', filename: 'page.png', size: 9_000, url: picture.url, content_type: 'image/png' },
      ],
      thread: { id: '9', name: '#42 Printer on fire', message_count: 3 },
    },
  },
  {
    title: 'System message',
    content: { author: users.max, type: MessageType.ThreadCreated, content: '#43 VPN' },
  },
  {
    title: 'Thread renamed',
    content: { author: users.bot, type: MessageType.ChannelNameChange, content: '#43 VPN' },
  },
  {
    title: 'Somebody added',
    content: { author: users.bot, type: MessageType.RecipientAdd, mentions: [users.max] },
  },
].map(({ title, content }) => ({ title, message: messageOf(content) }))
