import type { Desk } from '../desk.ts'
import type { UnresolvedTickets } from '../tickets/store/ticket-figures.ts'
import { loadWeight } from './load-weight.ts'

/**
 * @property of the number of tickets of each moderator, which their capacity limits
 * @property weightOf the same by priority, in usual tickets; see load-weight.ts
 * @property ofRequester how many unresolved tickets these people have of each requester
 */
export type Loads = {
  of: ReadonlyMap<string, number>
  weightOf: ReadonlyMap<string, number>
  ofRequester: ReadonlyMap<string, number>
}

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
  for (const { requester, count } of rows) add(ofRequester, requester, count)
  const shares = new Map<string, number>()
  const weights = new Map<string, number>()
  for (const { assignee, requester, priority, count } of rows) {
    const total = ofRequester.get(requester) ?? count
    const share = total > limit ? (count * limit) / total : count
    add(shares, assignee, share)
    add(weights, assignee, share * loadWeight(priority))
  }
  return { of: rounded(shares, 1), weightOf: rounded(weights, 0.5), ofRequester }
}

const add = (sums: Map<string, number>, key: string, value: number) =>
  sums.set(key, (sums.get(key) ?? 0) + value)

/** Rounds, because loads are sums of fractions and equal loads must compare as equal. */
const rounded = (sums: Map<string, number>, step: number) =>
  new Map([...sums].map(([id, sum]) => [id, Math.round(sum / step) * step]))
