import { z } from 'zod'

/*
 * Shared by ticket histories and the audit log: who did something, from which surface, and what changed.
 */

/** A person's id, and their name at the time of writing, so that cards and histories need no extra query. */
export const personSchema = z.object({ id: z.string(), name: z.string() })

export const changedFieldSchema = z.object({
  field: z.string(),
  label: z.string().optional().describe('what people call it; absent: a field that the desk names'),
  from: z.unknown(),
  to: z.unknown(),
})

export type Person = z.infer<typeof personSchema>
/** The person who acts, for modules that may not import accounts. */
export type Acting = { _id: string; name: string; role: string }
export type ChangedField = z.infer<typeof changedFieldSchema>
