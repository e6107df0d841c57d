import type { Channel } from '../outbox/entry.ts'
import type { Topic } from '../outbox/topics.ts'
import { channels, type EventName, eventOf, events } from '../users/preferences/events.ts'
import type { Preferences } from '../users/preferences/preferences.ts'
import type { User } from '../users/user.ts'

/** The fields that show where a person can be reached. */
export type Reachable = Pick<User, 'email' | 'slack' | 'discord'>

export const isConnected = (channel: Channel, { email, slack, discord }: Reachable) =>
  ({ mail: email !== null, slack: slack !== undefined, discord: discord !== undefined })[channel]

const isChosen = (event: EventName, channel: Channel, preferences: Preferences, person: Reachable) =>
  preferences.matrix[event]?.[channel] ??
  (events[event].byDefault.includes(channel) && !isTooMuch(event, channel, preferences, person))

/**
 * Frequent events that chat shows anyway. By default, people with a linked chat and no digest get no mail about them.
 */
const oftenInChat: ReadonlySet<EventName> = new Set(['commented', 'status-changed'])

const isTooMuch = (event: EventName, channel: Channel, { digest }: Preferences, person: Reachable) =>
  channel === 'mail' &&
  oftenInChat.has(event) &&
  !digest.on &&
  (isConnected('slack', person) || isConnected('discord', person))

/** @property locked why the cell cannot be changed; null: it can */
export type Cell = { on: boolean; locked: string | null }

/** One cell of the preferences matrix. In a locked cell the person's own choice has no effect. */
export function cellOf(
  event: EventName,
  channel: Channel,
  preferences: Preferences,
  person: Reachable,
): Cell {
  if (event === 'account')
    return channel === 'mail'
      ? { on: true, locked: 'Account mails contain the links you need to sign in.' }
      : { on: false, locked: 'Account links are sent by mail only.' }
  if (event === 'assigned' && channel === 'mail' && !isToldInChat(event, preferences, person))
    return {
      on: true,
      locked: 'Nothing else would tell you about your assignments. Turn on a linked chat first.',
    }
  return { on: isChosen(event, channel, preferences, person), locked: null }
}

const isToldInChat = (event: EventName, preferences: Preferences, person: Reachable) =>
  (['slack', 'discord'] as const).some(
    (chat) => isConnected(chat, person) && isChosen(event, chat, preferences, person),
  )

/** The channels for a notification: those that the person has turned on and can be reached on. */
export const channelsFor = (topic: Topic, preferences: Preferences, person: Reachable): Channel[] =>
  channels.filter(
    (channel) => isConnected(channel, person) && cellOf(eventOf(topic), channel, preferences, person).on,
  )
