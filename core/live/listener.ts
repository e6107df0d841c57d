import { audienceKeysOf, isStaff } from '../tickets/permissions.ts'
import type { Actor } from '../users/user.ts'
import { writeEventId } from './event-id.ts'
import type { Endings } from './live-store.ts'
import type { Change } from './recent-changes.ts'
import { ticketEventFor } from './ticket-event.ts'

/** One message to a listener. Without `event` it is a heartbeat. A client resumes after the last `id` it received. */
export type Message = { id: string; event?: 'ready' | 'reset' | 'ticket' | 'gone'; data?: object }

/** The session or API key behind a stream. When it ends, so does the stream. */
export type Access = { id: string; until: Date }

export type Audience = {
  user: Actor
  access: Access
  send: (message: Message) => void
  /** called when no more messages will come */
  end: () => void
}

/**
 * One client of the live feed. It receives events once `welcome` was called.
 * @param feed the id of the feed, for event ids
 */
export function createListener({ user, access, send, end }: Audience, feed: string) {
  const keys = audienceKeysOf(user)

  /** the sequence number up to which the client knows all changes */
  let told = Number.POSITIVE_INFINITY

  const say = (event: Omit<Message, 'id'>) =>
    send({ id: writeEventId({ feed, sequence: told }, user), ...event })

  /** @param place the sequence number after which the client receives changes */
  function welcome(event: 'ready' | 'reset', place: number) {
    told = place
    say({ event, data: {} })
  }

  function tell(change: Change) {
    if (change.sequence <= told) return
    const event = ticketEventFor(change, { keys, staff: isStaff(user) }, told)
    if (!event) return
    told = change.sequence
    say(event)
  }

  /**
   * Sends a heartbeat, which keeps the connection open and moves the client's resume point forward.
   * @param place the sequence number of the last change; the client has received all events up to it
   */
  function beat(place: number) {
    if (told > place) return
    told = place
    say({})
  }

  /** Whether the session or key has ended, or the role has changed. Clients that still may listen reconnect. */
  const isOver = ({ passes, ranks }: Endings, moment: number) =>
    access.until.getTime() <= moment ||
    passes.has(access.id) ||
    (ranks.has(user._id) && ranks.get(user._id) !== user.role)

  return { user, access, keys, welcome, tell, beat, isOver, end }
}

export type Listener = ReturnType<typeof createListener>
