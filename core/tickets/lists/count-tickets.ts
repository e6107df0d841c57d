import type { Lists } from '../../catalog/catalog.ts'
import type { Desk } from '../../desk.ts'
import type { Actor } from '../../users/user.ts'
import { type Status, statuses } from '../ticket-values.ts'
import { restrictToView, type View, withCurrentNames } from './list-filter.ts'
import { type ListFilter, planList } from './list-plan.ts'

type CountingDesk = Pick<Desk, 'tickets'> & { catalog: { read: () => Promise<Lists> } }

/** Counts the tickets that the actor may see, for each status. A count stops at 1,000. */
export async function countTickets(
  desk: CountingDesk,
  actor: Actor,
  { view, status, ...filter }: ListFilter & { view?: View },
): Promise<Record<Status, number>> {
  const named = withCurrentNames(filter, await desk.catalog.read())
  const count = async (one: Status) => {
    const narrowed = restrictToView({ ...named, status: [one] }, view, actor)
    const wanted = narrowed.status?.includes(one) && (!status || status.includes(one))
    return [one, wanted ? await desk.tickets.lists.count(planList(actor, narrowed)) : 0] as const
  }
  return Object.fromEntries(await Promise.all(statuses.map(count))) as Record<Status, number>
}
