import { z } from 'zod'
import { modelSchema } from '../../database/model-schema.ts'

/** A thread that belongs to a ticket: see thread-links.ts for their ids. */
const threadLinkSchema = z.object({ _id: z.string(), ticket: z.string() })
export type ThreadLink = z.infer<typeof threadLinkSchema>

export const threadLinksSchema = modelSchema(threadLinkSchema)
