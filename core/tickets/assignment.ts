import { z } from 'zod'
import { personSchema } from '../trace.ts'

/** Who could have got a ticket, and what was compared. */
export const candidateSchema = z.object({
  id: z.string(),
  name: z.string(),
  matching: z.array(z.string()).describe('the ticket’s skills that they have'),
  speaks: z.boolean().optional().describe('whether they speak the ticket’s language'),
  load: z.number().describe('number of unresolved tickets'),
  weightedLoad: z.number().optional().describe('the same by priority, in tickets of medium priority'),
  affinity: z.number().optional().describe('from 0 to 1: how well they solve this category'),
  idleSeconds: z.number().nullable().optional().describe('since their last assignment; null: never'),
})

export const ruledOutSchema = personSchema.extend({
  why: z.enum(['requester', 'at capacity', 'lapsed']).describe('lapsed: they did not claim it in time'),
})

/** Why the assignee has a ticket, who else could have got it, and until when it waits to be claimed. */
export const assignmentSchema = z.object({
  by: z.enum(['triage', 'claim', 'admin']),
  reason: z.string(),
  candidates: z.array(candidateSchema).describe('best first, at most 50; staff only'),
  ruledOut: z.array(ruledOutSchema).optional().describe('on duty, and not considered; staff only'),
  claimBy: z
    .date()
    .optional()
    .describe('when it goes on to the next person unless it is claimed; staff only'),
  dutyMs: z
    .number()
    .optional()
    .describe('reading of the duty clock from which on the time to claim it counts; never shown'),
  dueDutyMs: z
    .number()
    .optional()
    .describe('reading of the duty clock at which the time to claim it is over; never shown'),
  leftOpenAt: z
    .date()
    .optional()
    .describe('since when the desk looks for somebody, because it found nobody; staff only'),
  lapsed: z.array(personSchema).optional().describe('who had it before and did not claim it; staff only'),
  at: z.date(),
})

export type Assignment = z.infer<typeof assignmentSchema>
export type Candidate = z.infer<typeof candidateSchema>
export type RuledOut = z.infer<typeof ruledOutSchema>
