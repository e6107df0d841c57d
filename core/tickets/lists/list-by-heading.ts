import type { Cursor } from '../../database/keyset.ts'
import { inOrder } from '../../database/keyset.ts'
import type { Desk } from '../../desk.ts'
import { type Heading, type HeadingKind, headingOf } from '../../headings/heading.ts'
import { compareHeadings, positionIn, positionOf } from '../../headings/position.ts'
import type { Actor } from '../../users/user.ts'
import { audienceKeysOf } from '../permissions.ts'
import { type Group, type NextGroups, readGroups, type TicketList } from './list-groups.ts'
import { type ListFilter, planList, planUnder } from './list-plan.ts'
import type { ListReader } from './list-reader.ts'
import type { HeadedPlace } from './ticket-lists.ts'

type HeadingDesk = Pick<Desk, 'tickets' | 'headings'>

type HeadedList = {
  actor: Actor
  filter: ListFilter
  kind: HeadingKind
  after: Cursor | undefined
  limit: number
}

/** Headings that are read with one query. */
const headingsAtOnce = 32

/**
 * A list in the order of its tickets' headings, within each the newest first, and last what has none. A list of few
 * tickets is sorted as a whole; a longer one is read heading by heading, along the index.
 */
export async function listByHeading(
  desk: HeadingDesk,
  reader: ListReader,
  list: HeadedList,
): Promise<TicketList> {
  const few = await reader.few(planList(list.actor, list.filter), list.kind)
  if (few) return sorted(desk, few, list)
  const { after, limit } = list
  return readGroups(reader, { next: groupsUnder(desk, list), direction: 'newest', after, limit })
}

/** A group for each heading from the cursor on. */
function groupsUnder({ headings }: HeadingDesk, { actor, filter, kind, after }: HeadedList): NextGroups {
  const groupOf = (heading: Heading | null): Group => ({
    name: positionOf(heading),
    plan: planUnder(actor, filter, kind, heading?.value ?? null),
  })
  /** somebody has filed each ticket */
  const last = kind === 'requester' ? [] : [groupOf(null)]
  let from = positionIn(after?.group, kind)
  const waiting: Group[] = from === null ? last : []
  let ended = from === null
  async function more() {
    const page = await headings.page(kind, from ?? undefined, headingsAtOnce + 1)
    from = page[headingsAtOnce]
    ended = !from
    waiting.push(...page.slice(0, headingsAtOnce).map(groupOf), ...(ended ? last : []))
  }
  return async (count) => {
    while (waiting.length < count && !ended) await more()
    return waiting.splice(0, count)
  }
}

type Stretch = { heading: Heading | null; places: HeadedPlace[] }

async function sorted(
  { tickets, headings }: HeadingDesk,
  few: HeadedPlace[],
  { actor, filter, kind, after, limit }: HeadedList,
): Promise<TicketList> {
  const stretches = new Map<string | undefined, Stretch>()
  for (const place of few) {
    const heading = headingOf(place, kind)
    const stretch = stretches.get(heading?._id) ?? { heading, places: [] }
    stretch.places.push(place)
    stretches.set(heading?._id, stretch)
  }
  // People stand under their names of today.
  const stored = await headings.find([...stretches.keys()].filter((id) => id !== undefined))
  for (const heading of stored) (stretches.get(heading._id) as Stretch).heading = heading
  const rows = [...stretches.values()]
    .toSorted((one, other) => compareHeadings(one.heading, other.heading))
    .flatMap((stretch) => placesAfter(stretch, after, kind))
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return {
    tickets: await tickets.lists.these(
      shown.map(({ id }) => id),
      { ...planList(actor, filter).where, audience: { $in: audienceKeysOf(actor) } },
    ),
    next: rows.length > limit && last ? last : null,
  }
}

/** What of a stretch comes after the cursor, as cursors themselves. */
function placesAfter({ heading, places }: Stretch, after: Cursor | undefined, kind: HeadingKind): Cursor[] {
  const from = positionIn(after?.group, kind)
  const order = from === undefined ? 1 : compareHeadings(heading, from)
  if (order < 0) return []
  const begin = order === 0 && after ? { _id: after.id, createdAt: after.createdAt } : undefined
  return places
    .toSorted(inOrder('newest'))
    .filter((place) => !begin || (place._id !== begin._id && inOrder('newest')(place, begin) > 0))
    .map(({ _id, createdAt }) => ({ id: _id, createdAt, group: positionOf(heading) }))
}
