import { audienceKeysOf } from '../tickets/permissions.ts'
import type { Actor } from '../users/user.ts'
import { writeEventId } from './event-id.ts'
import type { Endings } from './live-store.ts'
import type { Change } from './recent-changes.ts'
import { ticketEventFor } from './ticket-event.ts'

/** One message for a listener; without event it is a heartbeat. `id` says where to go on after it. */
export type Message = { id: string; event?: 'ready' | 'reset' | 'ticket' | 'gone'; data?: object }

/** The session or API key that lets a client listen: when that ends, so does the stream. */
export type Access = { id: string; until: Date }

export type Audience = {
  user: Actor
  access: Access
  send: (message: Message) => void
  /** nothing more will come */
  end: () => void
}

/**
 * One client that is told of tickets, from its welcome on.
 * @param feed the id of the feed that its events come from
 */
export function createListener({ user, access, send, end }: Audience, feed: string) {
  const keys = audienceKeysOf(user)

  /** the place in the feed up to which the client knows what changed */
  let told = Number.POSITIVE_INFINITY

  const say = (event: Omit<Message, 'id'>) =>
    send({ id: writeEventId({ feed, sequence: told }, user), ...event })

  /** @param place in the feed, from where on it is told of changes */
  function welcome(event: 'ready' | 'reset', place: number) {
    told = place
    say({ event, data: {} })
  }

  function tell(change: Change) {
    if (change.sequence <= told) return
    const event = ticketEventFor(change, keys, told)
    if (!event) return
    told = change.sequence
    say(event)
  }

  /** Keeps the line open. @param place of the last change, of which it was told if it was to be */
  function beat(place: number) {
    if (told > place) return
    told = place
    say({})
  }

  /** Whether the session or key has ended, or the person sees other tickets now: they come back, if they may. */
  const isOver = ({ passes, ranks }: Endings, moment: number) =>
    access.until.getTime() <= moment ||
    passes.has(access.id) ||
    (ranks.has(user._id) && ranks.get(user._id) !== user.role)

  return { user, access, keys, welcome, tell, beat, isOver, end }
}

export type Listener = ReturnType<typeof createListener>
