import type { Channel } from '../../outbox/entry.ts'
import type { Topic } from '../../outbox/topics.ts'
import type { Ticket } from '../../tickets/ticket.ts'
import { eventOf } from '../../users/preferences/events.ts'
import type { Preferences } from '../../users/preferences/preferences.ts'
import { cellOf, channelsFor, type Reachable } from '../channels-for.ts'
import { nextDigest, quietUntil } from './quiet-hours.ts'

/** What to do with a notification on one channel. */
export type Plan =
  | { action: 'send' }
  | { action: 'drop' }
  /** send it on its own after the quiet hours */
  | { action: 'defer'; until: Date }
  /** add it to the next digest */
  | { action: 'digest'; until: Date }

/**
 * Plans a notification on one channel. The assignment of an urgent ticket is sent at once. Mail goes into the digest if
 * the person has one, unless the cell is locked. Everything else waits for the end of their quiet hours.
 */
export function planFor({
  topic,
  channel,
  preferences,
  person,
  ticket,
  now,
}: {
  topic: Topic
  channel: Channel
  preferences: Preferences
  person: Reachable
  ticket: Pick<Ticket, 'priority'>
  now: Date
}): Plan {
  if (!channelsFor(topic, preferences, person).includes(channel)) return { action: 'drop' }
  if (topic === 'assigned' && ticket.priority === 'urgent') return { action: 'send' }
  const isLocked = cellOf(eventOf(topic), channel, preferences, person).locked !== null
  if (channel === 'mail' && preferences.digest.on && !isLocked)
    return { action: 'digest', until: nextDigest(now, preferences) }
  const until = quietUntil(now, preferences)
  return until ? { action: 'defer', until } : { action: 'send' }
}
