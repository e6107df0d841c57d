import type { Database } from '../open-database.ts'
import type { DutySettings } from '../users/duty/duty-at.ts'
import { timeOnDuty } from '../users/duty/time-on-duty.ts'

/** @property dutyMs what the clock shows @property staff everyone who is or will be on duty */
export type DutyReading = { dutyMs: number; staff: DutySettings[] }
export type DutyClock = () => Promise<DutyReading>

const clockId = 'duty'

/**
 * A clock that all processes share, used for claim deadlines. It runs while anyone is on duty. Frequent readings make
 * it more exact: time between two readings is counted by the schedules alone.
 */
export function createDutyClock(
  { counters }: Pick<Database, 'counters'>,
  dutySettings: () => Promise<DutySettings[]>,
  now: () => Date,
): DutyClock {
  /** Advances the clock unless another process already has. */
  async function advance(staff: DutySettings[]): Promise<number> {
    const found = await counters.findById(clockId).lean()
    const to = now()
    if (!found?.at || found.at >= to) return found?.value ?? 0
    const value = found.value + timeOnDuty(staff, found.at, to)
    const moved = await counters.updateOne({ _id: clockId, at: found.at }, { $set: { value, at: to } })
    return moved.matchedCount === 1 ? value : advance(staff)
  }

  return async () => {
    const staff = await dutySettings()
    return { dutyMs: await advance(staff), staff }
  }
}

/** Starts the clock of a new desk. */
export const seedDutyClock = ({ counters }: Pick<Database, 'counters'>, now: Date) =>
  counters.updateOne({ _id: clockId }, { $setOnInsert: { value: 0, at: now } }, { upsert: true })
