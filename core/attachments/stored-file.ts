import { z } from 'zod'
import { modelSchema } from '../database/model-schema.ts'

/** Which ticket a file belongs to, and which of its comments. Without a comment, it is part of the description. */
export type FileOwner = { ticket: string; comment?: string }

/**
 * What the desk knows of a file. Its bytes are in GridFS under the same id. It belongs to nobody until a ticket or a
 * comment takes it.
 */
export const storedFileSchema = z.object({
  _id: z.string(),
  name: z.string(),
  type: z.string().describe('media type, told by the content'),
  size: z.number().int().describe('bytes'),
  sha256: z.string().describe('64 hex digits'),
  by: z.string().describe('user id of whoever uploaded it'),
  state: z.enum(['uploading', 'stored']),
  scannedAt: z.date().optional().describe('when the virus scanner passed it; absent: not yet'),
  virus: z.string().optional().describe('what the scanner found; the bytes are then removed'),
  owner: z.string().optional().describe('id of the comment, or of the ticket, that has taken it'),
  ticket: z.string().optional(),
  comment: z.string().optional(),
  looseSince: z
    .date()
    .optional()
    .describe('set until it is known to be attached: the cleaner looks only at these'),
  createdAt: z.date(),
})
export type StoredFile = z.infer<typeof storedFileSchema>

export const filesSchema = modelSchema(storedFileSchema)
filesSchema.index({ looseSince: 1 }, { sparse: true })
filesSchema.index({ owner: 1 }, { sparse: true })
filesSchema.index({ ticket: 1 }, { sparse: true })
filesSchema.index({ by: 1, looseSince: 1 })
