import { z } from 'zod'
import { surfaces } from '../surface-names.ts'
import { changedFieldSchema, personSchema } from '../trace.ts'

/** A line of a ticket's history: who did what, when and where. */
export const historyEntrySchema = z.object({
  at: z.date(),
  by: personSchema.nullable().describe('null: the desk itself'),
  surface: z.enum(surfaces),
  action: z.enum([
    'opened',
    'triaged',
    'assigned',
    'left open',
    'passed on',
    'claimed',
    'released',
    'set waiting',
    'commented',
    'noted',
    'edited comment',
    'edited note',
    'deleted comment',
    'deleted note',
    'edited',
    'reopened',
    'resolved',
    'closed',
    'deleted',
    'watched',
    'unwatched',
    'marked duplicate',
    'unmarked duplicate',
    'got duplicate',
    'lost duplicate',
    'redacted',
    'rated',
  ]),
  note: z.string().optional(),
  comment: z.string().optional(),
  changes: z.array(changedFieldSchema).optional(),
})

export type HistoryEntry = z.infer<typeof historyEntrySchema>
