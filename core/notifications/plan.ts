import type { Channel, Topic } from '../outbox/entry.ts'
import type { Ticket } from '../tickets/ticket.ts'
import { cellOf, channelsFor, type Reachable } from './channels-for.ts'
import { eventOf } from './events.ts'
import type { Preferences } from './preferences.ts'
import { nextDigest, quietUntil } from './quiet-hours.ts'

/** What becomes of something that is to be told on a channel. */
export type Plan =
  | { action: 'send' }
  | { action: 'drop' }
  /** sent by itself when the quiet hours are over */
  | { action: 'defer'; until: Date }
  /** put into the day's digest */
  | { action: 'digest'; until: Date }

/**
 * An urgent ticket that is somebody's now waits for nothing. Else a mail goes into the digest where there is one,
 * which comes at its own time, and the rest waits for the end of quiet hours.
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
