import { z } from 'zod'
import { secretKinds } from '../secrets/secret.ts'
import { priorities } from './ticket-values.ts'

/** What people can correct of triage. */
export const corrections = ['category', 'priority', 'skills', 'assignee'] as const
export type Correction = (typeof corrections)[number]

/** What triage proposed for a ticket, how it came to it, and what it took. */
export const triageSchema = z.object({
  state: z.enum(['pending', 'done']),
  engine: z.enum(['gemini', 'local']).nullable(),
  model: z
    .string()
    .nullable()
    .describe(
      'name of the Gemini model, or number of what the local engine had learned; null: its built-in rules and examples',
    ),
  confidence: z.number().min(0).max(1).nullable(),
  reasons: z.array(z.string()),
  fallback: z.string().nullable().describe('why the local engine was used instead of Gemini'),
  abstained: z.boolean().optional().describe('no category was sure enough: a person has to choose one'),
  learnedPriority: z.boolean().optional().describe('what was learned has moved the priority of the rules'),
  proposed: z
    .object({ category: z.string(), priority: z.enum(priorities), skills: z.array(z.string()) })
    .partial()
    .optional()
    .describe('what triage set, because nobody had; absent: triaged before that was noted'),
  corrected: z.array(z.enum(corrections)).optional().describe('what people have changed since'),
  secrets: z.array(z.enum(secretKinds)).optional().describe('what title or description should not hold'),
  usage: z
    .object({ input: z.number(), output: z.number(), ms: z.number(), cost: z.number().nullable() })
    .optional()
    .describe('tokens sent and received, time, and cost where prices are set'),

  language: z.string().optional().describe('in which it is written, as ISO 639-1; absent: hard to tell'),
  similar: z
    .array(z.object({ id: z.string(), similarity: z.number() }))
    .optional()
    .describe('the most similar tickets; absent: none. Not all who see this ticket may see them'),
  startedAt: z.date().nullable(),
  askedMs: z
    .number()
    .optional()
    .describe('how long Gemini has been asked so far, and pauses that it asked for; without downtime'),
  at: z.date().nullable(),
})
