import { z } from 'zod'
import { modelSchema } from '../database/model-schema.ts'

/** A thread that belongs to a ticket: `slack:<channel>:<ts>` or `discord:<thread>`. */
const threadLinkSchema = z.object({ _id: z.string(), ticket: z.string() })
export type ThreadLink = z.infer<typeof threadLinkSchema>

export const threadLinksSchema = modelSchema(threadLinkSchema)
