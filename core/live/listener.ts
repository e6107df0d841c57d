import { audienceKeysOf } from '../tickets/permissions.ts'
import type { Actor } from '../users/user.ts'
import { type Cursor, nameOf, writeCursor } from './cursor.ts'
import type { ChangedTicket, Endings } from './live-store.ts'
import { tellingOf } from './telling.ts'

/** One message for a listener. `id` says where to go on after it. */
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
 * One client that is told of tickets. Until `begin` it holds back what reaches it, so that what it missed comes
 * first.
 */
export function createListener({ user, access, send, end }: Audience) {
  const keys = audienceKeysOf(user)
  /** names of what was told around the cursor's moment, with the time of the change */
  const told = new Map<string, number>()
  let held: ChangedTicket[] | null = []
  let at = 0

  const cursor = () => writeCursor({ at, told: [...told.keys()] }, user)

  function tell(ticket: ChangedTicket, since: Date) {
    if (held) {
      held.push(ticket)
      return
    }
    const telling = tellingOf(ticket, keys, since)
    if (!telling || told.has(nameOf(telling.what))) return
    told.set(nameOf(telling.what), ticket.updatedAt.getTime())
    send({ id: cursor(), event: telling.event, data: telling.data })
  }

  /** These the client has from the lists that it loaded. */
  function knows(tickets: Iterable<ChangedTicket>, since: Date) {
    for (const ticket of tickets) {
      const telling = tellingOf(ticket, keys, since)
      if (telling) told.set(nameOf(telling.what), ticket.updatedAt.getTime())
    }
  }

  /** The client was told so much, by whichever process. */
  function hasBeenTold(cursor: Cursor) {
    for (const name of cursor.told) told.set(name, cursor.at)
  }

  /** Everything up to `moment` was told; what changed before `since` can't come again. */
  function advance(moment: number, since: number) {
    at = moment
    for (const [name, changedAt] of told) if (changedAt < since) told.delete(name)
  }

  /** @param missed what changed while it was away, told before what was held back */
  function begin(missed: ChangedTicket[], since: Date) {
    const waiting = [...missed, ...(held ?? [])]
    held = null
    for (const ticket of waiting) tell(ticket, since)
  }

  /** Whether who listens may do so no longer, or sees other tickets now: they come back, if they may. */
  const isOver = ({ passes, ranks }: Endings, moment: number) =>
    access.until.getTime() <= moment ||
    passes.has(access.id) ||
    (ranks.has(user._id) && ranks.get(user._id) !== user.role)

  const say = (event?: 'ready' | 'reset') => send({ id: cursor(), ...(event ? { event, data: {} } : {}) })

  return { user, access, keys, tell, knows, hasBeenTold, advance, begin, isOver, say, end }
}

export type Listener = ReturnType<typeof createListener>
