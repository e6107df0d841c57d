import type { Cursor, Direction } from '../../database/keyset.ts'
import { cursorAfter, type ListedTicket, type ListPage, type ListReader, type Scan } from './list-page.ts'
import type { ListPlan } from './list-plan.ts'

export type TicketList = { tickets: ListedTicket[]; next: Cursor | null }

/** A section of a sorted list. Cursors contain its name. */
export type Group = { name: string; order: Direction; plan: ListPlan }

/** Reads one page, plus one row to find out whether there is a next page. */
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
 * Reads groups in order until the page is full. The first group often fills the page, so it is read alone. After that,
 * each round reads twice as many groups at once, up to `maxAtOnce`. After `maxGroups` groups the page ends early, with
 * a cursor to continue from.
 */
export async function readGroups(
  { page, maxGroups, maxAtOnce }: ListReader,
  groups: Group[],
  { after, limit }: GroupsPage,
): Promise<TicketList> {
  const found: { ticket: ListedTicket; group: Group }[] = []
  const until = (next: Cursor | null) => ({
    tickets: found.slice(0, limit).map(({ ticket }) => ticket),
    next,
  })
  for (let read = 0, atOnce = 1; read < groups.length; atOnce = Math.min(atOnce * 2, maxAtOnce)) {
    const some = groups.slice(read, read + atOnce)
    const pageOf = ({ name, order, plan }: Group) => {
      const begin = after?.group === name ? after : undefined
      return page(plan, { order, after: begin, limit: limit + 1 - found.length })
    }
    for (const [index, scan] of (await Promise.all(some.map(pageOf))).entries()) {
      const end = addRows(scan, some[index] as Group)
      if (end) return until(end)
    }
    read += some.length
    if (read >= maxGroups && read < groups.length) return until(endOf(some.at(-1) as Group))
  }
  return until(null)

  /** @returns the cursor where the page ends; null: it continues with the next group */
  function addRows({ rows, stoppedAt }: Scan, group: Group): Cursor | null {
    found.push(...rows.map((ticket) => ({ ticket, group })))
    const last = found[limit - 1]
    if (found.length > limit && last)
      return { ...cursorAfter(last.ticket, last.group.order), group: last.group.name }
    return stoppedAt && { ...stoppedAt, group: group.name }
  }
}

/** A cursor behind the last row of a group. */
const endOf = ({ name, order }: Group): Cursor =>
  order === 'newest'
    ? { createdAt: new Date(0), id: '0', group: name }
    : { createdAt: new Date('9999-12-31'), id: 'z', group: name }
