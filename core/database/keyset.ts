/** Where a page ended: its last row's time and id. */
export type Cursor = { createdAt: Date; id: string }

/** A filter for the rows after a cursor, in lists that go from the newest to the oldest. */
export const olderThan = ({ createdAt, id }: Cursor) => ({
  $or: [{ createdAt: { $lt: createdAt } }, { createdAt, _id: { $lt: id } }],
})

/** A filter for the rows after a cursor, in lists that go from the oldest to the newest. */
export const newerThan = ({ createdAt, id }: Cursor) => ({
  $or: [{ createdAt: { $gt: createdAt } }, { createdAt, _id: { $gt: id } }],
})
