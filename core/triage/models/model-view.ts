import { z } from 'zod'
import type { CountedCorrections } from '../../tickets/store/count-corrections.ts'
import { personSchema } from '../../trace.ts'
import { trainingStateSchema } from './training-state.ts'
import { priorityFiguresSchema, type TriageModel, triageModelSchema } from './triage-model.ts'

/** A version as the API shows it. */
export const modelViewSchema = triageModelSchema
  .pick({ number: true, by: true, figures: true, comparison: true })
  .extend({
    ...{ id: z.string(), at: z.iso.datetime(), isInUse: z.boolean() },
    priorityFigures: priorityFiguresSchema.nullable().describe('null: too few tickets teach priorities'),
  })

export type ModelView = z.infer<typeof modelViewSchema>

const count = z.number().int()
const correctionsSchema = z.object({
  engine: z.enum(['gemini', 'local']),
  model: z
    .string()
    .nullable()
    .describe('Gemini’s model or the version’s number; null: the built-in rules and examples'),
  tickets: count,
  abstained: count.describe('tickets for which no category was sure enough'),
  proposed: z.object({ category: count, priority: count, skills: count }),
  corrected: z.object({ category: count, priority: count, skills: count, assignee: count }),
}) satisfies z.ZodType<CountedCorrections>

export const triageReportSchema = z.object({
  models: z.array(modelViewSchema).describe('the newest first'),
  rulesAlone: z
    .object({ since: z.iso.datetime(), by: personSchema })
    .nullable()
    .describe('who chose that no version is used, until an admin chooses one; null: nobody'),
  training: z.object({
    state: z.enum(['idle', 'waiting', 'running']),
    startedAt: z.iso.datetime().nullable(),
    endedAt: z.iso.datetime().nullable(),
    outcome: trainingStateSchema.shape.outcome,
  }),
  corrections: z.object({
    last30Days: z.array(correctionsSchema),
    last90Days: z.array(correctionsSchema),
  }),
})

export type TriageReport = z.infer<typeof triageReportSchema>

export const modelViewOf = (
  { _id, number, at, by, figures, comparison, priorityFigures = null }: TriageModel,
  inUse: TriageModel | null,
): ModelView => ({
  id: _id,
  number,
  at: at.toISOString(),
  by,
  ...{ figures, comparison, priorityFigures },
  isInUse: inUse?._id === _id,
})
