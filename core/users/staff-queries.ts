import type { mongo } from 'mongoose'
import { type DutySettings, isOnDuty } from './duty/duty-at.ts'
import { startsLike } from './search-keys.ts'
import type { User } from './user.ts'

/** Queries on moderators and admins, and on who of them is on duty. */
export function createStaffQueries(collection: mongo.Collection<User>, now: () => Date) {
  /** Who may be given tickets now. */
  const moderatorsOnDuty = async () => {
    const staff = await collection
      .find({ role: { $in: ['moderator', 'admin'] }, onDuty: true, active: true })
      .limit(1_000)
      .toArray()
    // A shift may have ended a moment ago.
    return staff.filter((one) => isOnDuty(one, now()))
  }

  /** Everyone who is on duty or has a schedule, with what decides about it. */
  const dutySettings = (): Promise<DutySettings[]> =>
    collection
      .find(
        {
          ...{ role: { $in: ['moderator', 'admin'] }, active: true },
          $or: [{ onDuty: true }, { dutySchedule: { $exists: true } }],
        },
        { projection: { _id: 0, onDuty: 1, dutyEndsAt: 1, dutySchedule: 1 } },
      )
      .sort({ onDuty: -1 })
      .limit(1_000)
      .toArray()

  /** Whose duty changes by itself now, at most 200 of them. */
  const dutiesDue = async (now: Date) => {
    const due = ['dutyEndsAt', 'dutyChangesAt'].map((field) =>
      collection
        .find({ [field]: { $lte: now } })
        .limit(100)
        .toArray(),
    )
    return (await Promise.all(due)).flat()
  }

  /** Who may have tickets, on duty or not. @param search as in a page; a desk with more than 200 needs one */
  const activeStaff = (search?: string) =>
    collection
      .find({
        role: { $in: ['moderator', 'admin'] },
        active: true,
        ...(search ? { searchKeys: startsLike(search) } : {}),
      })
      .limit(200)
      .toArray()

  const admins = () => collection.find({ role: 'admin', active: true }).limit(100).toArray()

  return { moderatorsOnDuty, dutySettings, dutiesDue, activeStaff, admins }
}
