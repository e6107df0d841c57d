import type { Change } from './change.ts'
import type { Ticket } from './ticket.ts'
import type { Correction } from './triage-record.ts'

type Proposed = NonNullable<Ticket['triage']['proposed']>
type Triaged = Pick<Ticket, 'triage' | 'assignee' | 'assignment'>

/**
 * Notes what people have corrected of what triage proposed. Back to the proposal is no correction. A person who takes or
 * gives away a ticket that triage assigned to somebody else corrects the assignee.
 * @returns the field to write with the change; none when no correction comes or goes
 */
export function correctedAfter(
  ticket: Triaged,
  { set, history }: Pick<Change, 'set' | 'history'>,
): Partial<Pick<Ticket, 'triage'>> {
  const { triage } = ticket
  if (triage.state !== 'done' || !history.some(({ by }) => by !== null)) return {}
  const before = triage.corrected ?? []
  const after = new Set<Correction>(before)
  const { proposed = {} } = triage
  for (const field of Object.keys(proposed) as (keyof Proposed)[]) {
    if (!(field in set)) continue
    if (isSame(set[field], proposed[field])) after.delete(field)
    else after.add(field)
  }
  if (isReassigned(ticket, set)) after.add('assignee')
  if (after.size === before.length && before.every((one) => after.has(one))) return {}
  return { triage: { ...(set.triage ?? triage), corrected: [...after] } }
}

const isReassigned = ({ assignee, assignment }: Triaged, set: Change['set']) =>
  assignment?.by === 'triage' &&
  assignee !== null &&
  set.assignee !== undefined &&
  set.assignee?.id !== assignee.id

/** Skills are the same in any order. */
const isSame = (one: unknown, other: unknown) =>
  Array.isArray(one) && Array.isArray(other)
    ? one.toSorted().join() === other.toSorted().join()
    : one === other
