import { rangeInArrayIndex } from '../../database/documentdb.ts'
import type { Source } from '../../trace.ts'
import type { Actor } from '../../users/user.ts'
import { audienceKeysOf } from '../permissions.ts'
import type { Priority, Status } from '../ticket.ts'
import { facet, none } from './facets.ts'

/** What a list is narrowed to; all of it has to hold. */
export type ListFilter = {
  status?: Status[] | undefined
  priority?: (Priority | typeof none)[] | undefined
  category?: string | undefined
  skill?: string | undefined
  tag?: string | undefined
  /** user id, or `none`: nobody has it */
  assignee?: string | undefined
  /** user id */
  requester?: string | undefined
  source?: Source[] | undefined
  /** filed then or later */
  from?: Date | undefined
  /** filed before then */
  to?: Date | undefined
}

/**
 * How a list is read: along the index of each of these facets, or by date alone, and what else each row has to
 * fulfil. The rows of several facets overlap and are merged.
 */
export type ListPlan = { facets: string[] | null; where: Record<string, unknown> }

/** The list of what this person may see, within the filter. */
export function planList(actor: Actor, filter: ListFilter): ListPlan {
  const facets = actor.role === 'admin' ? forAdmin(filter) : forOthers(actor, filter)
  return { facets, where: { ...whereOf(filter), ...datesOf(filter, facets !== null), deleted: false } }
}

/** All that a plan asks of a ticket, for queries that are not bound to one index. */
export const conditionsOf = ({ facets, where }: ListPlan) =>
  ({
    ...where,
    ...(facets ? { facets: facets.length === 1 ? facets[0] : { $in: facets } } : {}),
  }) as object

/** Who isn't an admin sees few enough tickets to go through them; some filters leave only those of one key. */
function forOthers(actor: Actor, { status, requester, assignee }: ListFilter): string[] {
  const keys = audienceKeysOf(actor)
  const own = requester === actor._id || assignee === actor._id
  const openOnly = status?.length === 1 && status[0] === 'open' && keys.includes('moderators')
  const claimedOnly = status && !status.includes('open')
  const narrowed = own || claimedOnly ? [actor._id] : openOnly ? ['moderators'] : keys
  return narrowed.map((key) => facet('sees', key))
}

/** The filter that leaves the fewest tickets, as a rule. With dates, the date is better than a filter of few values. */
function forAdmin(filter: ListFilter): string[] | null {
  const { requester, assignee, tag, skill, category, priority, status, source, from, to } = filter
  if (requester) return [facet('sees', requester)]
  if (assignee && assignee !== none) return [facet('assignee', assignee)]
  if (tag) return [facet('tag', tag)]
  if (skill) return [facet('skill', skill)]
  if (from || to) return null
  if (assignee) return [facet('assignee', assignee)]
  if (category) return [facet('category', category)]
  if (priority) return priority.map((value) => facet('priority', value))
  if (status) return status.map((value) => facet('status', value))
  return source?.map((value) => facet('source', value)) ?? null
}

const oneOf = <T>(values: T[] | undefined, stored: (value: T) => unknown = (value) => value) =>
  values && (values.length === 1 ? stored(values[0] as T) : { $in: values.map(stored) })

const orNull = (value: string) => (value === none ? null : value)

/** The filter as conditions on the stored ticket. */
function whereOf({ status, priority, category, skill, tag, assignee, requester, source }: ListFilter) {
  const wanted = {
    status: oneOf(status),
    priority: oneOf(priority, orNull),
    category: category && orNull(category),
    skills: skill,
    tags: tag,
    ...(assignee === none ? { assignee: null } : { 'assignee.id': assignee }),
    'requester.id': requester,
    source: oneOf(source),
  }
  return Object.fromEntries(Object.entries(wanted).filter(([, value]) => value !== undefined))
}

/** Bounds of the index on the date, or checks of each row along an index of facets. */
function datesOf({ from, to }: ListFilter, checkOnly: boolean) {
  if (!from && !to) return {}
  if (!checkOnly) return { createdAt: { ...(from && { $gte: from }), ...(to && { $lt: to }) } }
  return rangeInArrayIndex('createdAt', { from, to })
}
