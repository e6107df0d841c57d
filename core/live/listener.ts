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

  /** the client has received all changes up to this sequence number */
  let receivedUpTo = Number.POSITIVE_INFINITY

  const emit = (event: Omit<Message, 'id'>) =>
    send({ id: writeEventId({ feed, sequence: receivedUpTo }, user), ...event })

  /** @param sequence the client receives the changes after this one */
  function welcome(event: 'ready' | 'reset', sequence: number, data: object = {}) {
    receivedUpTo = sequence
    emit({ event, data })
  }

  function deliver(change: Change) {
    if (change.sequence <= receivedUpTo) return
    const event = ticketEventFor(change, { keys, staff: isStaff(user) }, receivedUpTo)
    if (!event) return
    receivedUpTo = change.sequence
    emit(event)
  }

  /**
   * Sends a heartbeat, which keeps the connection open and moves the client's resume point forward.
   * @param sequence of the last change; the client has received all events up to it
   */
  function heartbeat(sequence: number) {
    if (receivedUpTo > sequence) return
    receivedUpTo = sequence
    emit({})
  }

  /** Whether the session or key has ended, or the role has changed. Clients that still may listen reconnect. */
  const isOver = ({ endedAccess, newRoles }: Endings, moment: number) =>
    access.until.getTime() <= moment ||
    endedAccess.has(access.id) ||
    (newRoles.has(user._id) && newRoles.get(user._id) !== user.role)

  return { user, access, keys, welcome, deliver, heartbeat, isOver, end }
}

export type Listener = ReturnType<typeof createListener>
