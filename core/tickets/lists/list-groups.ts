import type { Cursor, Direction } from '../../database/keyset.ts'
import { cursorAfter, type ListedTicket, type ListPage, type ListReader, type Scan } from './list-page.ts'
import type { ListPlan } from './list-plan.ts'

/**
 * @property next where the list continues after this page; null: it ends here
 * @property begin the position of the first row; null: there is none
 */
export type TicketList = { tickets: ListedTicket[]; next: Cursor | null; begin: Cursor | null }

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
  const [first] = tickets
  const last = tickets.at(-1)
  return {
    tickets,
    next: rows.length > at.limit && last ? cursorAfter(last, at.order) : stoppedAt,
    begin: first ? cursorAfter(first, at.order) : null,
  }
}

type GroupsPage = { after: Cursor | undefined; limit: number }

/**
 * Reads groups in order until the page is full. The first group often fills the page, so it is read alone. After that,
 * each round reads twice as many groups at once, up to `maxConcurrency`. After `maxGroups` groups the page ends early, with
 * a cursor to continue from.
 */
export async function readGroups(
  { page, maxGroups, maxConcurrency }: ListReader,
  groups: Group[],
  { after, limit }: GroupsPage,
): Promise<TicketList> {
  const found: Found[] = []
  const until = (next: Cursor | null) => ({
    tickets: found.slice(0, limit).map(({ ticket }) => ticket),
    next,
    begin: found[0] ? cursorOf(found[0]) : null,
  })
  for (
    let read = 0, concurrency = 1;
    read < groups.length;
    concurrency = Math.min(concurrency * 2, maxConcurrency)
  ) {
    const some = groups.slice(read, read + concurrency)
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
    if (found.length > limit && last) return cursorOf(last)
    return stoppedAt && { ...stoppedAt, group: group.name }
  }
}

type Found = { ticket: ListedTicket; group: Group }

const cursorOf = ({ ticket, group: { name, order } }: Found): Cursor => ({
  ...cursorAfter(ticket, order),
  group: name,
})

/** A cursor behind the last row of a group. */
const endOf = ({ name, order }: Group): Cursor =>
  order === 'newest'
    ? { createdAt: new Date(0), id: '0', group: name }
    : { createdAt: new Date('9999-12-31'), id: 'z', group: name }
