import { Schema } from 'mongoose'

const { Mixed } = Schema.Types

/** The fields of a document with an outbox, in every collection of `outboxCollections`. */
export const outboxFields = {
  outbox: [Mixed],
  nextAttemptAt: Date,
  attempts: Number,
  leases: Mixed,
  version: Number,
}

/** Holds only documents with pending entries. */
export const indexOutbox = (schema: {
  index: (fields: { nextAttemptAt: 1 }, options: { sparse: true }) => unknown
}) => schema.index({ nextAttemptAt: 1 }, { sparse: true })
