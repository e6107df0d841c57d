import { Schema } from 'mongoose'

/** Who may find a ticket by these words: internal notes are among those for staff only. */
export const readerships = ['everybody', 'staff'] as const
export type Readers = (typeof readerships)[number]

/**
 * The words of one ticket: title, description and comments in lower case. Kept apart from the ticket, so that its
 * many changes don't have to write the text index anew. `createdAt` is the ticket's.
 */
export type TicketText = {
  _id: string
  readers: Readers
  words: string
  createdAt: Date
  /** there are internal notes too, and staff go by the text that has them */
  noted: boolean
}

export const textsSchema = new Schema<TicketText>(
  { _id: String, readers: String, words: String, createdAt: Date, noted: Boolean },
  { versionKey: false },
)

textsSchema.index({ words: 'text' }, { default_language: 'english' })
textsSchema.index({ createdAt: -1, _id: -1 })

export const textId = (ticket: string, readers: Readers) => `${ticket}:${readers}`
export const ticketOf = (textId: string) => textId.slice(0, textId.indexOf(':'))
