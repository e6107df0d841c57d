import { z } from 'zod'
import { modelSchema } from './model-schema.ts'

export const countersSchema = modelSchema(
  z.object({
    _id: z.string(),
    value: z.number().int(),
    at: z.date().optional().describe('when a clock was last read'),
    leases: z.record(z.string(), z.object({ by: z.string(), until: z.date() })).optional(),
  }),
)

export const checkpointsSchema = modelSchema(z.object({ _id: z.string(), at: z.string() }))
