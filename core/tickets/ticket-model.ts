import { Schema } from 'mongoose'
import { indexOutbox, outboxFields } from '../outbox/outbox-fields.ts'
import type { Ticket } from './ticket.ts'

const { Mixed } = Schema.Types

/** What changed is read in this order; said, since DocumentDB would rather read all that was written since then, and sort it. */
export const alongChanges = { updatedAt: 1, _id: 1 } as const

/** Finds the duplicates of a ticket. */
export const alongDuplicates = { 'duplicateOf.id': 1 } as const

/** The indexes and top-level types of the collection; the shape itself is `ticketSchema` in ticket.ts. */
export const ticketsSchema = new Schema<Ticket>(
  {
    _id: String,
    number: Number,
    title: String,
    description: String,
    urgency: String,
    status: String,
    priority: String,
    category: String,
    skills: [String],
    tags: [String],
    summary: String,
    notes: String,
    triage: Mixed,
    requester: Mixed,
    assignee: Mixed,
    assignment: Mixed,
    watchers: { type: [Mixed], default: undefined },
    source: String,
    surfaces: Mixed,
    resolution: Mixed,
    duplicateOf: Mixed,
    deleted: Boolean,
    audience: [String],
    facets: [String],
    left: { type: [Mixed], default: undefined },
    history: [Mixed],
    ...outboxFields,
    createdAt: Date,
    updatedAt: Date,
  },
  { versionKey: false, minimize: false, strict: 'throw' },
)

ticketsSchema.index({ number: 1 }, { unique: true })
// These two are named by the lists, in ticket-lists.ts.
ticketsSchema.index({ facets: 1, createdAt: -1, _id: -1 })
ticketsSchema.index({ createdAt: -1, _id: -1 })
ticketsSchema.index(alongChanges)
ticketsSchema.index(alongDuplicates, { sparse: true })
indexOutbox(ticketsSchema)
