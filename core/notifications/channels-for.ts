import type { Channel, Topic } from '../outbox/entry.ts'
import type { User } from '../users/user.ts'
import { channels, type EventName, eventOf, events } from './events.ts'
import type { Preferences } from './preferences.ts'

/** Where a person can be reached at all. */
export type Reachable = Pick<User, 'email' | 'slack' | 'discord'>

export const isConnected = (channel: Channel, { email, slack, discord }: Reachable) =>
  ({ mail: email !== null, slack: slack !== undefined, discord: discord !== undefined })[channel]

const isChosen = (event: EventName, channel: Channel, preferences: Preferences, person: Reachable) =>
  preferences.matrix[event]?.[channel] ??
  (events[event].byDefault.includes(channel) && !isTooMuch(event, channel, preferences, person))

/** What happens often and is seen in chat anyway: a mail of its own about each only for who has no chat. */
const oftenInChat: ReadonlySet<EventName> = new Set(['commented', 'status-changed'])

const isTooMuch = (event: EventName, channel: Channel, { digest }: Preferences, person: Reachable) =>
  channel === 'mail' &&
  oftenInChat.has(event) &&
  !digest.on &&
  (isConnected('slack', person) || isConnected('discord', person))

/** @property locked why it can't be changed; null: it can */
export type Cell = { on: boolean; locked: string | null }

/** One cell of the matrix: what holds, which is not always what was chosen. */
export function cellOf(
  event: EventName,
  channel: Channel,
  preferences: Preferences,
  person: Reachable,
): Cell {
  if (event === 'account')
    return channel === 'mail'
      ? { on: true, locked: 'Mails about your account carry links that you need to get in.' }
      : { on: false, locked: 'Links to your account go to your mailbox only.' }
  if (event === 'assigned' && channel === 'mail' && !isToldInChat(event, preferences, person))
    return {
      on: true,
      locked: 'Nothing else would tell you of your assignments: switch on a chat that you have linked first.',
    }
  return { on: isChosen(event, channel, preferences, person), locked: null }
}

const isToldInChat = (event: EventName, preferences: Preferences, person: Reachable) =>
  (['slack', 'discord'] as const).some(
    (chat) => isConnected(chat, person) && isChosen(event, chat, preferences, person),
  )

/** Where a person is told of something: what they have chosen, as far as they can be reached there. */
export const channelsFor = (topic: Topic, preferences: Preferences, person: Reachable): Channel[] =>
  channels.filter(
    (channel) => isConnected(channel, person) && cellOf(eventOf(topic), channel, preferences, person).on,
  )
