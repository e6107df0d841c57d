import { type APIMessage, type APIThreadChannel, ChannelType } from 'discord-api-types/v10'
import type { Post } from '../discord/forum/post-line.tsx'
import payloads from './desk-payloads.json' with { type: 'json' }
import { messageOf } from './discord-message-samples.ts'

const names = ['Open', 'In progress', 'Waiting', 'Resolved', 'Closed', 'Low', 'Medium', 'High', 'Urgent']

export const forumTags = names.map((name) => ({
  ...{ id: name, name, moderated: true },
  ...{ emoji_id: null, emoji_name: null },
}))

type Given = { id: string; name: string; tags: string[]; card: object; messages: number; unread?: number }

const post = ({ id, name, tags, card, messages, unread = 0 }: Given): Post => ({
  ...{ isMember: false, unread, mentions: 0 },
  first: messageOf(card as Partial<APIMessage>),
  channel: {
    ...{ id, name, type: ChannelType.PublicThread, applied_tags: tags, message_count: messages },
    thread_metadata: { archived: tags.includes('Closed'), locked: false },
  } as APIThreadChannel,
})

/** A forum with tickets as its posts. */
export const forumPosts = [
  post({
    ...{ id: '1480000000000000003', name: '#42 Printer on the 3rd floor prints blank pages' },
    ...{ tags: ['Open', 'High'], card: payloads.discord['Card, assigned'], messages: 1, unread: 1 },
  }),
  post({
    ...{ id: '1480000000000000002', name: '#41 VPN drops every ten minutes' },
    ...{ tags: ['In progress', 'Urgent'], card: payloads.discord['Card, claimed'], messages: 7 },
  }),
  post({
    ...{ id: '1470000000000000001', name: '#7 Keyboard with sticky keys' },
    ...{ tags: ['Closed', 'Low'], card: payloads.discord['Card, resolved'], messages: 4 },
  }),
]
