import { rangeInArrayIndex } from '../../database/documentdb.ts'
import type { Source } from '../../surface-names.ts'
import type { Actor } from '../../users/user.ts'
import { audienceKeysOf, canSeeAll } from '../permissions.ts'
import type { Priority, Status } from '../ticket-values.ts'
import { facet, noValue } from './facets.ts'

/** The conditions of a list. A ticket must meet all of them. */
export type ListFilter = {
  status?: Status[] | undefined
  priority?: (Priority | typeof noValue)[] | undefined
  category?: string | undefined
  skill?: string | undefined
  tag?: string | undefined
  /** user id, or `none` for unassigned tickets */
  assignee?: string | undefined
  /** user id */
  requester?: string | undefined
  source?: Source[] | undefined
  /** filed at this time or later */
  from?: Date | undefined
  /** filed before this time */
  to?: Date | undefined
}

/**
 * How to query a list.
 * @property facets the index keys to read along; rows of several keys are merged. Null: read by date.
 * @property where the conditions that each row must also meet
 */
export type ListPlan = { facets: string[] | null; where: Record<string, unknown> }

/** Plans the query for the tickets that the actor may see and that match the filter. */
export function planList(actor: Actor, filter: ListFilter): ListPlan {
  const facets = canSeeAll(actor) ? forAll(filter) : forOthers(actor, filter)
  return { facets, where: { ...whereOf(filter), ...datesOf(filter, facets !== null), deleted: false } }
}

/** The whole plan as one filter, for queries that are free to use any index. */
export const conditionsOf = ({ facets, where }: ListPlan) =>
  ({
    ...where,
    ...(facets ? { facets: facets.length === 1 ? facets[0] : { $in: facets } } : {}),
  }) as object

/**
 * Reads along the actor's audience keys. Whoever does not see all sees few enough tickets for that. Some filters need only
 * one of the keys.
 */
function forOthers(actor: Actor, { status, requester, assignee }: ListFilter): string[] {
  const keys = audienceKeysOf(actor)
  const own = requester === actor._id || assignee === actor._id
  const openOnly = status?.length === 1 && status[0] === 'open' && keys.includes('moderators')
  const claimedOnly = status && !status.includes('open')
  const narrowed = own || claimedOnly ? [actor._id] : openOnly ? ['moderators'] : keys
  return narrowed.map((key) => facet('sees', key))
}

/**
 * Picks the filter that usually leaves the fewest tickets. With a date range, the date index beats a filter with few
 * values.
 */
function forAll(filter: ListFilter): string[] | null {
  const { requester, assignee, tag, skill, category, priority, status, source, from, to } = filter
  if (requester) return [facet('sees', requester)]
  if (assignee && assignee !== noValue) return [facet('assignee', assignee)]
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

const orNull = (value: string) => (value === noValue ? null : value)

/** The filter as conditions on the stored ticket, without the dates. */
function whereOf({ status, priority, category, skill, tag, assignee, requester, source }: ListFilter) {
  const wanted = {
    status: oneOf(status),
    priority: oneOf(priority, orNull),
    category: category && orNull(category),
    skills: skill,
    tags: tag,
    ...(assignee === noValue ? { assignee: null } : { 'assignee.id': assignee }),
    'requester.id': requester,
    source: oneOf(source),
  }
  return Object.fromEntries(Object.entries(wanted).filter(([, value]) => value !== undefined))
}

/** The date range: bounds for the date index, or a check of each row along the facet index. */
function datesOf({ from, to }: ListFilter, checkOnly: boolean) {
  if (!from && !to) return {}
  if (!checkOnly) return { createdAt: { ...(from && { $gte: from }), ...(to && { $lt: to }) } }
  return rangeInArrayIndex('createdAt', { from, to })
}
