import type { Cursor, Direction } from '../../database/keyset.ts'
import type { ListPlan } from './list-plan.ts'
import type { ListReader } from './list-reader.ts'
import type { ListedTicket } from './ticket-lists.ts'

export type TicketList = { tickets: ListedTicket[]; next: Cursor | null }

/** A stretch of a sorted list, itself newest first. Its name stands in cursors. */
export type Group = { name: string; plan: ListPlan }
/** @returns the next groups; fewer than asked for: there are no more */
export type NextGroups = (count: number) => Promise<Group[]>

export const groupsIn = (groups: Group[]): NextGroups => {
  const left = [...groups]
  return async (count) => left.splice(0, count)
}

type GroupsPage = {
  next: NextGroups
  direction: Direction
  after: Cursor | undefined
  limit: number
}

/**
 * One group after the other, until the page is full. One row more is read, to know whether there is a next page.
 * The first group mostly fills it; the smaller they turn out to be, the more are read at once. After so many the page
 * ends, with a cursor to go on from.
 */
export async function readGroups(
  { page, maxGroups, maxAtOnce }: ListReader,
  { next, direction, after, limit }: GroupsPage,
): Promise<TicketList> {
  const found: { ticket: ListedTicket; group: string }[] = []
  const until = (next: Cursor | null) => ({
    tickets: found.slice(0, limit).map(({ ticket }) => ticket),
    next,
  })
  for (let read = 0, atOnce = 1; ; atOnce = Math.min(atOnce * 2, maxAtOnce)) {
    const groups = await next(atOnce)
    const begin = ({ name }: Group) => ((after?.group ?? '') === name ? after : undefined)
    const at = (group: Group) => ({ direction, after: begin(group), limit: limit + 1 - found.length })
    const scans = await Promise.all(groups.map((group) => page(group.plan, at(group))))
    for (const [index, { rows, stoppedAt }] of scans.entries()) {
      const group = groups[index]?.name ?? ''
      found.push(...rows.map((ticket) => ({ ticket, group })))
      const last = found[limit - 1]
      if (found.length > limit && last)
        return until({ createdAt: last.ticket.createdAt, id: last.ticket._id, group: last.group })
      if (stoppedAt) return until({ ...stoppedAt, group })
    }
    read += groups.length
    if (groups.length < atOnce) return until(null)
    if (read >= maxGroups) return until(endOf(groups.at(-1)?.name))
  }
}

/** After all that is in a group. */
const endOf = (group: string | undefined): Cursor => ({ createdAt: new Date(0), id: '0', group })
