import { afterPosition, afterPositionInArrayIndex } from './documentdb.ts'

/** Where a page ended: its last row's time and id, and in a list that is sorted by groups its group. */
export type Cursor = { createdAt: Date; id: string; group?: string | undefined }

/** Newest or oldest first: rows of one moment are told apart by their id. */
export type Direction = 'newest' | 'oldest'

export const sortIn = (direction: Direction) =>
  direction === 'newest' ? ({ createdAt: -1, _id: -1 } as const) : ({ createdAt: 1, _id: 1 } as const)

const signOf = (direction: Direction) => (direction === 'newest' ? -1 : 1)
const positionOf = ({ createdAt, id }: Cursor) => ({ at: createdAt, id })

/** A filter for the rows after a cursor, in lists along an index that begins with an array. */
export const beyond = (cursor: Cursor, direction: Direction) =>
  afterPositionInArrayIndex('createdAt', positionOf(cursor), signOf(direction))

/** A filter for the rows after a cursor, in lists that go from the newest to the oldest. */
export const olderThan = (cursor: Cursor) => afterPosition('createdAt', positionOf(cursor), -1)

/** A filter for the rows after a cursor, in lists that go from the oldest to the newest. */
export const newerThan = (cursor: Cursor) => afterPosition('createdAt', positionOf(cursor), 1)

type Placed = { _id: string; createdAt: Date }

/** The same order for what is sorted in memory. No two rows are one. */
export const inOrder = (direction: Direction) => (one: Placed, other: Placed) => {
  const later = one.createdAt.getTime() - other.createdAt.getTime() || (one._id > other._id ? 1 : -1)
  return direction === 'oldest' ? later : -later
}

/** One page of several that are each in order; what is in more than one of them comes once. */
export function mergePages<T extends Placed>(pages: T[][], direction: Direction, limit: number): T[] {
  if (pages.length === 1) return (pages[0] ?? []).slice(0, limit)
  const rows = new Map(pages.flat().map((row) => [row._id, row]))
  return [...rows.values()].sort(inOrder(direction)).slice(0, limit)
}
