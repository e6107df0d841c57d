import type { Desk } from '../desk.ts'
import type { UnresolvedTickets } from '../tickets/ticket-figures.ts'

/** @property of the load of each moderator @property ofRequester how many unresolved tickets these people have of each requester */
export type Loads = { of: ReadonlyMap<string, number>; ofRequester: ReadonlyMap<string, number> }

/**
 * The unresolved tickets of each person, assigned or claimed. Of one requester, only `countedPerRequester` count, or one
 * person who files many would leave nobody free for the others.
 */
export async function loadsOf(
  { tickets, countedPerRequester }: Pick<Desk, 'tickets' | 'countedPerRequester'>,
  people: string[],
): Promise<Loads> {
  return countLoads(await tickets.unresolvedOf(people), countedPerRequester)
}

/** A requester with more tickets than the limit counts as that many, shared among those who have them. */
export function countLoads(rows: UnresolvedTickets[], limit: number): Loads {
  const ofRequester = new Map<string, number>()
  for (const { requester, count } of rows)
    ofRequester.set(requester, (ofRequester.get(requester) ?? 0) + count)
  const shares = new Map<string, number>()
  for (const { assignee, requester, count } of rows) {
    const total = ofRequester.get(requester) ?? count
    const share = total > limit ? (count * limit) / total : count
    shares.set(assignee, (shares.get(assignee) ?? 0) + share)
  }
  return { of: new Map([...shares].map(([id, load]) => [id, Math.round(load)])), ofRequester }
}
