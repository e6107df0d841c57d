import { Schema } from 'mongoose'
import type { Leases, OutboxEntry } from '../outbox/entry.ts'
import { indexOutbox, outboxFields } from '../outbox/outbox-fields.ts'

/** Something that is to be in a digest. */
export type DigestItem = { owed: OutboxEntry; ticket: string; at: Date }

/**
 * Something that a person is still to be told, apart from what tickets and accounts owe by themselves: held over quiet
 * hours, gathered for a digest, sent on another channel, or sent again by an admin. Like them it carries an outbox; it
 * is gone when that is empty.
 */
export type ScheduledNotification = {
  _id: string
  reason: 'quiet-hours' | 'digest' | 'fallback' | 'resend'
  person: string
  /** null: it is about their account, or is a digest */
  ticket: string | null
  items: DigestItem[]
  /** not before then; absent once it is due */
  dueAt?: Date
  /** the delivery that it is for, when that is another one than its own */
  for?: string
  outbox: OutboxEntry[]
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
