import { Schema } from 'mongoose'
import type { Leases } from '../database/leases.ts'
import type { NotifyEntry, ScheduledEntry } from '../outbox/entry.ts'
import { indexOutbox, outboxFields } from '../outbox/outbox-fields.ts'

/** One notification of a digest. */
export type DigestItem = { entry: NotifyEntry; ticket: string; at: Date }

/**
 * A notification that is sent apart from the change it is about: after quiet hours, in a digest, on another channel, or
 * again because an admin asked. It has an outbox of its own and is deleted with the last entry in it.
 */
export type ScheduledNotification = {
  _id: string
  reason: 'quiet-hours' | 'digest' | 'fallback' | 'resend'
  /** a user's id */
  person: string
  /** null: it is a digest, or about their account */
  ticket: string | null
  items: DigestItem[]
  /** when it is sent; absent once that time has come */
  dueAt?: Date
  /** id of the delivery that it replaces or repeats */
  for?: string
  outbox: ScheduledEntry[]
  nextAttemptAt?: Date
  attempts: number
  leases?: Leases
  version: number
  createdAt: Date
}

const { Mixed } = Schema.Types

export const scheduledSchema = new Schema<ScheduledNotification>(
  {
    _id: String,
    reason: String,
    person: String,
    ticket: String,
    items: [Mixed],
    dueAt: Date,
    for: String,
    ...outboxFields,
    createdAt: Date,
  },
  { versionKey: false, minimize: false, strict: 'throw' },
)

indexOutbox(scheduledSchema)
scheduledSchema.index({ dueAt: 1 }, { sparse: true })
