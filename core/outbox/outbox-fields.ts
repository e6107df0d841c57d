import { Schema } from 'mongoose'

const { Mixed } = Schema.Types

/** What a document that owes something carries, in every collection of `outboxCollections`; the shape of an entry is in owed.ts. */
export const outboxFields = {
  outbox: [Mixed],
  nextAttemptAt: Date,
  attempts: Number,
  leases: Mixed,
  version: Number,
}

/** Holds only documents that owe something. */
export const indexOutbox = (schema: {
  index: (fields: { nextAttemptAt: 1 }, options: { sparse: true }) => unknown
}) => schema.index({ nextAttemptAt: 1 }, { sparse: true })
