import { Schema } from 'mongoose'

const { Mixed } = Schema.Types

/** What a document that owes something carries, in every collection of `owners`; the shape of an entry is in owed.ts. */
export const outboxFields = { outbox: [Mixed], wakeAt: Date, wakes: Number, busy: Mixed, version: Number }

/** Holds only documents that owe something. */
export const indexOutbox = (schema: {
  index: (fields: { wakeAt: 1 }, options: { sparse: true }) => unknown
}) => schema.index({ wakeAt: 1 }, { sparse: true })
