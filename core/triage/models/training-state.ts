import { z } from 'zod'
import { leasesSchema } from '../../database/leases.ts'
import { personSchema } from '../../trace.ts'

const outcomes = ['in use', 'not used', 'rules alone', 'too few tickets', 'failed'] as const

/**
 * The only document about training: what was asked for, and what became of it.
 * @property askedAt null: nobody waits for a training
 * @property attempts how often it began since somebody asked; more than one after a crash
 * @property lastNumber of the newest model
 * @property rulesAlone who chose that no model is used, until an admin chooses one; null: nobody
 */
export const trainingStateSchema = z.object({
  _id: z.string(),
  askedAt: z.date().nullable(),
  askedBy: personSchema.nullable(),
  attempts: z.number().int(),
  startedAt: z.date().nullable(),
  endedAt: z.date().nullable(),
  outcome: z.enum(outcomes).nullable(),
  lastNumber: z.number().int(),
  rulesAlone: z.object({ since: z.date(), by: personSchema }).nullish(),
  leases: leasesSchema.optional(),
})

export type TrainingState = z.infer<typeof trainingStateSchema>
export type TrainingOutcome = NonNullable<TrainingState['outcome']>

/** The id of the only document. */
export const trainingStateId = 'training'

export const neverTrained: TrainingState = {
  _id: trainingStateId,
  askedAt: null,
  askedBy: null,
  attempts: 0,
  startedAt: null,
  endedAt: null,
  outcome: null,
  lastNumber: 0,
}

/** A training that ends its process this often is given up. */
const maxAttempts = 3
const hourMs = 3_600_000
/** The hours of the process's time zone in which training disturbs least. */
const [nightBegins, nightEnds] = [2, 6]
/** A desk that only runs by day trains when this much time has passed since the last one. */
const overdueMs = 36 * hourMs

type Asked = Pick<TrainingState, 'askedAt' | 'attempts'>

export const isGivenUp = ({ askedAt, attempts }: Asked) => askedAt !== null && attempts >= maxAttempts

/** Whether a worker should train now: somebody asked for it, or it is night and none has begun tonight. */
export function isTrainingDue(state: Asked & Pick<TrainingState, 'startedAt'>, now: Date): boolean {
  if (state.askedAt !== null) return !isGivenUp(state)
  const sinceMs = state.startedAt ? now.getTime() - state.startedAt.getTime() : null
  if (sinceMs !== null && sinceMs > overdueMs) return true
  const isNight = now.getHours() >= nightBegins && now.getHours() < nightEnds
  return isNight && (sinceMs === null || sinceMs > (nightEnds - nightBegins) * hourMs)
}
