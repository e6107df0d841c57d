import type { ChangedTicket } from './live-store.ts'

/** How long a client may be away and still be told what it missed, in milliseconds. */
const keptMs = 5 * 60_000
const maxKept = 2_000

/**
 * The last change of a ticket, with its place in the feed.
 * @property lost the audience keys that the ticket has lost lately, and at which place in the feed
 */
export type Change = { ticket: ChangedTicket; sequence: number; lost: ReadonlyMap<string, number> }

/** The changes that one process has seen lately, the oldest first: one of each ticket. */
export function createRecentChanges() {
  const byTicket = new Map<string, Change>()
  let sequence = 0
  /** the last place in the feed whose change is forgotten */
  let forgotten = 0

  /** @returns null when this version was seen already */
  function note(ticket: ChangedTicket): Change | null {
    const earlier = byTicket.get(ticket._id)
    if (earlier && earlier.ticket.version >= ticket.version) return null
    sequence++
    const before = earlier?.ticket.audience ?? ticket.audienceBefore ?? []
    const lost = new Map(earlier?.lost)
    for (const key of before) lost.set(key, sequence)
    for (const key of ticket.audience) lost.delete(key)
    const change = { ticket, sequence, lost }
    byTicket.delete(ticket._id)
    byTicket.set(ticket._id, change)
    return change
  }

  /** Forgets what is too old. `seen` is the time up to which the feed has looked. */
  function forget(seen: number) {
    for (const [id, { ticket, sequence }] of byTicket) {
      if (byTicket.size <= maxKept && ticket.updatedAt.getTime() > seen - keptMs) break
      byTicket.delete(id)
      forgotten = sequence
    }
  }

  /** @returns what changed after that place in the feed, or null: it is too long ago */
  const since = (place: number): Change[] | null =>
    place < forgotten || place > sequence
      ? null
      : [...byTicket.values()].filter((change) => change.sequence > place)

  return { note, forget, since, last: () => sequence }
}
