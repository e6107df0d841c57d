import type { Database } from '../open-database.ts'
import type { DutySettings } from '../users/duty/duty-at.ts'
import { timeOnDuty } from '../users/duty/time-on-duty.ts'

/** @property dutyMs what the clock shows @property staff everyone who is or will be on duty */
export type DutyReading = { dutyMs: number; staff: DutySettings[] }
export type DutyClock = () => Promise<DutyReading>

const clockId = 'duty'

/**
 * A clock that all processes share. It runs while anybody is on duty, and is as exact as it is read often: between two
 * readings, only what the schedules say is known. Claim deadlines count by it.
 */
export function createDutyClock(
  { counters }: Pick<Database, 'counters'>,
  dutySettings: () => Promise<DutySettings[]>,
  now: () => Date,
): DutyClock {
  /** Moves the clock on, unless another process has done so. */
  async function moveOn(staff: DutySettings[]): Promise<number> {
    const found = await counters.findById(clockId).lean()
    const to = now()
    if (!found?.at || found.at >= to) return found?.value ?? 0
    const value = found.value + timeOnDuty(staff, found.at, to)
    const moved = await counters.updateOne({ _id: clockId, at: found.at }, { $set: { value, at: to } })
    return moved.matchedCount === 1 ? value : moveOn(staff)
  }

  return async () => {
    const staff = await dutySettings()
    return { dutyMs: await moveOn(staff), staff }
  }
}

/** Starts the clock of a new desk. */
export const seedDutyClock = ({ counters }: Pick<Database, 'counters'>, now: Date) =>
  counters.updateOne({ _id: clockId }, { $setOnInsert: { value: 0, at: now } }, { upsert: true })
