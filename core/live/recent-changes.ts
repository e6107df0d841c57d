import { shownVersion } from '../tickets/shown-changes.ts'
import type { ChangedTicket } from './live-store.ts'

/** How long a client may be disconnected and still resume, in milliseconds. */
const keptMs = 5 * 60_000
const maxKept = 2_000

/**
 * The latest change of a ticket.
 * @property shownAt the sequence number of its latest change that others than staff see
 * @property gained audience keys that the ticket has got recently, each with the sequence number of that change
 * @property lost the same for keys that it has lost
 */
export type Change = {
  ticket: ChangedTicket
  sequence: number
  shownAt: number
  gained: ReadonlyMap<string, number>
  lost: ReadonlyMap<string, number>
}

/** Two changes this close, in milliseconds, may have been read as one. */
const togetherMs = 3_000

/** Whether others than staff see what changed. @param earlier the ticket as it was noted before, if it was */
function isShown(ticket: ChangedTicket, earlier: ChangedTicket | undefined): boolean {
  const { version, at } = shownVersion(ticket)
  if (earlier) return version !== shownVersion(earlier).version
  return ticket.updatedAt.getTime() - at.getTime() < togetherMs
}

/** The recent changes that one process has seen: the latest of each ticket, oldest first. */
export function createRecentChanges() {
  const byTicket = new Map<string, Change>()
  let sequence = 0
  /** the highest sequence number whose change was dropped */
  let forgotten = 0

  /** @returns null when this version is not new */
  function note(ticket: ChangedTicket): Change | null {
    const earlier = byTicket.get(ticket._id)
    if (earlier && earlier.ticket.version >= ticket.version) return null
    sequence++
    const before = earlier?.ticket.audience ?? ticket.audienceBefore ?? []
    const lost = new Map(earlier?.lost)
    for (const key of before) lost.set(key, sequence)
    for (const key of ticket.audience) lost.delete(key)
    const gained = new Map(earlier?.gained)
    for (const key of ticket.audience) if (!before.includes(key)) gained.set(key, sequence)
    const shownAt = isShown(ticket, earlier?.ticket) ? sequence : (earlier?.shownAt ?? 0)
    const change = { ticket, sequence, shownAt, gained, lost }
    byTicket.delete(ticket._id)
    byTicket.set(ticket._id, change)
    return change
  }

  /** Drops old changes. @param seen the time up to which the feed has read, in milliseconds */
  function forget(seen: number) {
    for (const [id, { ticket, sequence }] of byTicket) {
      if (byTicket.size <= maxKept && ticket.updatedAt.getTime() > seen - keptMs) break
      byTicket.delete(id)
      forgotten = sequence
    }
  }

  /** @returns the changes after that sequence number, or null when some of them were dropped */
  const since = (after: number): Change[] | null =>
    after < forgotten || after > sequence
      ? null
      : [...byTicket.values()].filter((change) => change.sequence > after)

  /**
   * @returns a sequence number: all changes from that moment on come after it. Changes are in the order of their times.
   */
  const before = (moment: number): number => {
    const first = [...byTicket.values()].find(({ ticket }) => ticket.updatedAt.getTime() >= moment)
    return first ? first.sequence - 1 : sequence
  }

  return { note, forget, since, before, last: () => sequence }
}
