import { z } from 'zod'
import { commentPlaces } from './comment.ts'

/** The number that one ticket keeps. Further reactions are not shown elsewhere. */
export const maxReactions = 500

/**
 * Somebody's reaction to a message that shows a comment.
 * @property by their id on that platform @property user their account; absent in older ones
 * @property at microseconds since 1970. Platforms repeat events, also late ones: an older one changes nothing
 * @property removed they took it back
 */
export const reactionSchema = z.object({
  comment: z.string(),
  place: z.enum(commentPlaces),
  by: z.string(),
  user: z.string().optional(),
  emoji: z.string().describe('its characters'),
  at: z.number().int(),
  removed: z.boolean().optional(),
})
export type Reaction = z.infer<typeof reactionSchema>
