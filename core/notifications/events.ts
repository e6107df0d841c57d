import type { Topic } from '../outbox/entry.ts'

export const channels = ['mail', 'slack', 'discord'] as const
export type Channel = (typeof channels)[number]

/** What a person may choose to be told of, in the order in which it is shown. All account mails are one event. */
export const eventNames = [
  'assigned',
  'taken-over',
  'released',
  'left-open',
  'mentioned',
  'commented',
  'waiting',
  'status-changed',
  'resolved',
  'account',
] as const
export type EventName = (typeof eventNames)[number]

export type TicketTopic = Extract<
  Topic,
  | 'assigned'
  | 'taken-over'
  | 'left-open'
  | 'waiting'
  | 'resolved'
  | 'released'
  | 'status-changed'
  | 'commented'
  | 'mentioned'
>

/** @property why completes "You get this because ..." @property byDefault where it is told unless the person says otherwise */
type EventWords = { title: string; why: string; byDefault: readonly Channel[] }

export const events: Record<EventName & (TicketTopic | 'account'), EventWords> = {
  assigned: { title: 'A ticket is assigned to me', why: 'this ticket is yours', byDefault: channels },
  'taken-over': {
    title: 'Somebody takes over a ticket of mine',
    why: 'this ticket was yours',
    byDefault: channels,
  },
  released: {
    title: 'A ticket of mine is given back to the queue',
    why: 'this ticket was yours, or you watch it',
    byDefault: channels,
  },
  'left-open': {
    title: 'A ticket waits because nobody could be assigned',
    why: 'you are an admin',
    byDefault: ['mail'],
  },
  mentioned: { title: 'Somebody mentions me', why: 'you are mentioned', byDefault: channels },
  commented: {
    title: 'Somebody comments on a ticket of mine',
    why: 'this ticket is yours, or you watch it',
    byDefault: channels,
  },
  waiting: { title: 'A ticket waits for my answer', why: 'this ticket is yours', byDefault: channels },
  'status-changed': {
    title: 'The status of a ticket of mine changes',
    why: 'this ticket is yours, or you watch it',
    byDefault: channels,
  },
  resolved: {
    title: 'A ticket of mine is resolved',
    why: 'this ticket is yours, or you watch it',
    byDefault: channels,
  },
  account: {
    title: 'My account: invitation, password, address',
    why: 'it is about your account',
    byDefault: ['mail'],
  },
}

const accountTopics = ['account-created', 'confirm-address', 'address-known', 'reset-password'] as const
export type AccountTopic = (typeof accountTopics)[number]

export const isAccountTopic = (topic: Topic): topic is AccountTopic =>
  accountTopics.includes(topic as AccountTopic)

export const eventOf = (topic: Topic): EventName => (isAccountTopic(topic) ? 'account' : topic)
