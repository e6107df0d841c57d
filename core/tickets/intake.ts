import { z } from 'zod'
import type { IncomingFile } from '../attachments/attached-file.ts'
import { fileIdsSchema } from '../attachments/take-files.ts'
import type { Source } from '../surface-names.ts'
import type { Actor } from '../users/user.ts'
import { answersSchema } from './fields/ticket-field.ts'
import type { Ticket } from './ticket.ts'
import { descriptionSchema, titleSchema } from './ticket-texts.ts'
import { urgencies } from './ticket-values.ts'

export const newTicketSchema = z.strictObject({
  title: titleSchema,
  description: descriptionSchema,
  urgency: z.enum(urgencies).default('normal'),
  files: fileIdsSchema.optional(),
  fields: answersSchema
    .optional()
    .describe('answers to what the category asks, by key: text, an option and a date are strings'),
})

export type NewTicketInput = z.infer<typeof newTicketSchema>

/**
 * A ticket that is about to be filed.
 * @property key identifies the delivery, e.g. `slack:<team>:<view id>`
 * @property incoming files that came with it in a chat. They are fetched later
 */
export type Intake = {
  key: string
  source: Source
  input: NewTicketInput
  incoming?: IncomingFile[]
  /** for whom, if not for the one who files it */
  requester?: Actor
  /** the thread in a Slack channel that is told that it was filed */
  noticeTo?: { channel: string; thread: string }
  /** of the desk's list */
  category?: string | null
  /** whether required fields may be answered later, where a form has no room for them */
  answersLater?: boolean
  /** where the requester follows the ticket, if that depends on where they filed it */
  surfaces?: Ticket['surfaces']
}
