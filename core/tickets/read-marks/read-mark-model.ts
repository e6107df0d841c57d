import { z } from 'zod'
import { modelSchema } from '../../database/model-schema.ts'

/** How far a person has read a ticket. */
const readMarkSchema = z.object({
  _id: z.string().describe('<user id>:<ticket id>'),
  at: z.date().describe('when they last opened the ticket'),
})
export type ReadMark = z.infer<typeof readMarkSchema>

/** In days. What was said earlier counts as read, so older marks are not needed. */
export const unreadDays = 30

export const readMarksSchema = modelSchema(readMarkSchema)

readMarksSchema.index({ at: 1 }, { expireAfterSeconds: unreadDays * 86_400 })
