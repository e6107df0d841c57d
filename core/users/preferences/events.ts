import type { Channel } from '../../outbox/entry.ts'
import { type AccountTopic, accountTopics, type TicketTopic, type Topic } from '../../outbox/topics.ts'

export const channels = ['mail', 'slack', 'discord'] as const satisfies readonly Channel[]

/** What a person can choose to be notified of, in the order shown. All account mails are one event. */
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
  'file-failed',
  'account',
] as const satisfies readonly (TicketTopic | 'account')[]
export type EventName = (typeof eventNames)[number]

/** @property why completes "You get this because ..." @property byDefault the channels used unless the person chooses others */
type EventText = { title: string; why: string; byDefault: readonly Channel[] }

export const events: Record<EventName, EventText> = {
  assigned: {
    title: 'A ticket is assigned to me',
    why: 'this ticket is assigned to you',
    byDefault: channels,
  },
  'taken-over': {
    title: 'Somebody takes over a ticket of mine',
    why: 'this ticket was assigned to you',
    byDefault: channels,
  },
  released: {
    title: 'A ticket of mine goes back to the queue',
    why: 'this ticket was assigned to you, or you watch it',
    byDefault: channels,
  },
  'left-open': {
    title: 'A ticket waits because nobody could be assigned',
    why: 'you are an admin',
    byDefault: ['mail'],
  },
  mentioned: { title: 'Somebody mentions me', why: 'you were mentioned', byDefault: channels },
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
  'file-failed': {
    title: 'A file that I sent does not arrive',
    why: 'you sent a file',
    byDefault: channels,
  },
  account: {
    title: 'My account: invitation, password, address',
    why: 'it is about your account',
    byDefault: ['mail'],
  },
}

export const isAccountTopic = (topic: string): topic is AccountTopic =>
  (accountTopics as readonly string[]).includes(topic)

export const eventOf = (topic: Topic): EventName => (isAccountTopic(topic) ? 'account' : topic)
