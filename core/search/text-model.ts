import { z } from 'zod'
import { modelSchema } from '../database/model-schema.ts'

/** Who may find a ticket by a text. Only texts for staff contain internal notes. */
export const readerGroups = ['everybody', 'staff'] as const
export type Readers = (typeof readerGroups)[number]

/**
 * The words of one ticket: title, names of requester and assignee, description, fields and comments, as `plainText` makes them.
 * A separate collection holds them, so that most changes to a ticket do not rewrite the text index.
 */
const ticketTextSchema = z.object({
  _id: z.string(),
  readers: z.enum(readerGroups),
  words: z.string(),
  addresses: z
    .string()
    .describe('of requester and assignee, one a line. Who may find by them: see searcher.ts'),
  number: z.number().int().describe('of the ticket'),
  requester: z.string().describe('user id'),
  createdAt: z.date().describe('of the ticket'),
  noted: z.boolean().describe('whether internal notes exist; staff search the text that includes them'),
})
export type TicketText = z.infer<typeof ticketTextSchema>

export const textsSchema = modelSchema(ticketTextSchema)

textsSchema.index({ words: 'text', addresses: 'text' }, { default_language: 'english' })
textsSchema.index({ createdAt: -1, _id: -1 })

export const textId = (ticket: string, readers: Readers) => `${ticket}:${readers}`
export const ticketOf = (textId: string) => textId.slice(0, textId.indexOf(':'))
