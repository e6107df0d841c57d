import type { Cursor } from '../../database/keyset.ts'
import { cursorAfter, type ListedTicket, type ListPage, type ListReader, type Scan } from './list-page.ts'
import type { ListPlan } from './list-plan.ts'

export type TicketList = { tickets: ListedTicket[]; next: Cursor | null }

/** A part of a sorted list, itself newest first. Its name stands in cursors. */
export type Group = { name: string; plan: ListPlan }

/** One page of a list. One row more is read, to know whether there is a next page. */
export async function readList(
  { page }: Pick<ListReader, 'page'>,
  plan: ListPlan,
  at: ListPage,
): Promise<TicketList> {
  const { rows, stoppedAt } = await page(plan, { ...at, limit: at.limit + 1 })
  const tickets = rows.slice(0, at.limit)
  const last = tickets.at(-1)
  return { tickets, next: rows.length > at.limit && last ? cursorAfter(last, at.order) : stoppedAt }
}

type GroupsPage = { after: Cursor | undefined; limit: number }

/**
 * One group after the other, until the page is full. The first group mostly fills it; the smaller they turn out to be,
 * the more are read at once. After `maxGroups` the page ends, with a cursor to go on from.
 */
export async function readGroups(
  { page, maxGroups, maxAtOnce }: ListReader,
  groups: Group[],
  { after, limit }: GroupsPage,
): Promise<TicketList> {
  const found: { ticket: ListedTicket; group: string }[] = []
  const until = (next: Cursor | null) => ({
    tickets: found.slice(0, limit).map(({ ticket }) => ticket),
    next,
  })
  for (let read = 0, atOnce = 1; read < groups.length; atOnce = Math.min(atOnce * 2, maxAtOnce)) {
    const some = groups.slice(read, read + atOnce)
    const pageOf = ({ name, plan }: Group) => {
      const begin = after?.group === name ? after : undefined
      return page(plan, { order: 'newest', after: begin, limit: limit + 1 - found.length })
    }
    for (const [index, scan] of (await Promise.all(some.map(pageOf))).entries()) {
      const end = addRows(scan, some[index]?.name ?? '')
      if (end) return until(end)
    }
    read += some.length
    if (read >= maxGroups && read < groups.length) return until(endOf(some.at(-1)?.name))
  }
  return until(null)

  /** @returns where the page ends, if it does */
  function addRows({ rows, stoppedAt }: Scan, group: string): Cursor | null {
    found.push(...rows.map((ticket) => ({ ticket, group })))
    const last = found[limit - 1]
    if (found.length > limit && last) return { ...cursorAfter(last.ticket, 'newest'), group: last.group }
    return stoppedAt && { ...stoppedAt, group }
  }
}

/** After all that is in a group. */
const endOf = (group: string | undefined): Cursor => ({ createdAt: new Date(0), id: '0', group })
