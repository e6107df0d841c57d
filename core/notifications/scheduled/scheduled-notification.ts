import { Schema } from 'mongoose'
import type { Leases } from '../../database/leases.ts'
import type { NotifyEntry, ScheduledEntry } from '../../outbox/entry.ts'
import { indexOutbox, outboxFields } from '../../outbox/outbox-fields.ts'

/** One notification in a digest, or one of several that go out as one. */
export type DigestItem = { entry: NotifyEntry; ticket: string; at: Date }

/**
 * A notification that is sent separately from its ticket's change: after quiet hours, in a digest, with others about its
 * ticket or about other tickets, on another channel, when a recipient can be reached again, again at an admin's request, or as the answer to a mail. It has its own
 * outbox and is deleted with the last entry.
 */
export type ScheduledNotification = {
  _id: string
  reason:
    | 'quiet-hours'
    | 'digest'
    | 'coalesced'
    | 'together'
    | 'fallback'
    | 'retry'
    | 'resend'
    | 'mail-answer'
  /** a user's id; empty: a sender of mail who has no account */
  person: string
  /** null: a digest, or about the account */
  ticket: string | null
  items: DigestItem[]
  /** when to send it; absent once it is due */
  dueAt?: Date
  /** id of the delivery that this one falls back for or resends */
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
