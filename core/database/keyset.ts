import { afterPosition, afterPositionInArrayIndex } from './documentdb.ts'

/**
 * Where a page ended: the time and id of its last row, and its group if the list is grouped.
 * @property typos whether the list continues with words that have a typo
 */
export type Cursor = {
  createdAt: Date
  id: string
  group?: string | undefined
  typos?: boolean | undefined
}

/** Newest or oldest first. Rows with the same time are ordered by id. */
export type Direction = 'newest' | 'oldest'

export const oppositeDirection = (direction: Direction): Direction =>
  direction === 'newest' ? 'oldest' : 'newest'

export const sortIn = (direction: Direction) =>
  direction === 'newest' ? ({ createdAt: -1, _id: -1 } as const) : ({ createdAt: 1, _id: 1 } as const)

const signOf = (direction: Direction) => (direction === 'newest' ? -1 : 1)
const positionOf = ({ createdAt, id }: Cursor) => ({ at: createdAt, id })

/** A filter for the rows after a cursor, for queries on an index that begins with an array. */
export const afterCursorInArrayIndex = (cursor: Cursor, direction: Direction) =>
  afterPositionInArrayIndex('createdAt', positionOf(cursor), signOf(direction))

/** A filter for the rows after a cursor, in lists with the newest first. */
export const olderThan = (cursor: Cursor) => afterPosition('createdAt', positionOf(cursor), -1)

/** A filter for the rows after a cursor, in lists with the oldest first. */
export const newerThan = (cursor: Cursor) => afterPosition('createdAt', positionOf(cursor), 1)

type Placed = { _id: string; createdAt: Date }

/** The same order for sorting in memory. Never returns 0, because ids are unique. */
export const inOrder = (direction: Direction) => (one: Placed, other: Placed) => {
  const later = one.createdAt.getTime() - other.createdAt.getTime() || (one._id > other._id ? 1 : -1)
  return direction === 'oldest' ? later : -later
}

/** Merges sorted pages into one page, without duplicates. */
export function mergePages<T extends Placed>(pages: T[][], direction: Direction, limit: number): T[] {
  if (pages.length === 1) return (pages[0] ?? []).slice(0, limit)
  const rows = new Map(pages.flat().map((row) => [row._id, row]))
  return [...rows.values()].sort(inOrder(direction)).slice(0, limit)
}
