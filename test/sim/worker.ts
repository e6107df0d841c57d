import type { Moderator } from '../../core/triage/choose-assignee.ts'
import { loadWeight } from '../../core/triage/load-weight.ts'
import { dutyAt } from '../../core/users/duty/duty-at.ts'
import type { Case } from './case.ts'
import { dayMinutes, days, type SampleModerator, startsAt, timeAt } from './sample-desk.ts'

const capacity = 10

/** @property queue what they have and have not begun @property taken what they have begun, in usual tickets */
export type Worker = Moderator & {
  sample: SampleModerator
  queue: Case[]
  onDuty: boolean
  dutySince?: Date
  changesAt: number
  busyUntil: number
  working: Case | null
  dutyMinutes: number
  taken: number
}

export const workerOf = (sample: SampleModerator): Worker => ({
  ...{ _id: sample.id, name: sample.id, skills: sample.skills, languages: sample.languages, capacity },
  ...{ load: 0, weightedLoad: 0, lastAssignedAt: null },
  ...{ sample, queue: [], onDuty: false, changesAt: 0 },
  ...{ busyUntil: 0, working: null, dutyMinutes: 0, taken: 0 },
})

export function followDuty(one: Worker, minute: number) {
  if (one.onDuty && minute < days * dayMinutes) one.dutyMinutes++
  if (minute < one.changesAt) return
  const duty = dutyAt({ onDuty: one.onDuty, dutySchedule: one.sample.dutySchedule }, timeAt(minute))
  if (duty.onDuty && !one.onDuty) one.dutySince = timeAt(minute)
  one.onDuty = duty.onDuty
  one.changesAt = duty.changesAt ? (duty.changesAt.getTime() - startsAt.getTime()) / 60_000 : Infinity
}

export function addToQueue(one: Worker, given: Case, now: Date) {
  one.queue.push(given)
  addLoad(one, given, 1)
  one.lastAssignedAt = now
}

export function takeFromQueue(one: Worker, given: Case) {
  one.queue = one.queue.filter((other) => other !== given)
  addLoad(one, given, -1)
}

export function addLoad(one: Worker, { sample }: Case, count: 1 | -1) {
  one.load += count
  one.weightedLoad += count * loadWeight(sample.priority)
}
