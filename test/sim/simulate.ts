import { matchingSkills } from '../../core/triage/choose-assignee.ts'
import { loadWeight } from '../../core/triage/load-weight.ts'
import { sortByUrgency } from '../../core/triage/sort-by-urgency.ts'
import { type Case, caseOf } from './case.ts'
import { dayMinutes, days, type SampleModerator, type SampleTicket, timeAt } from './sample-desk.ts'
import type { Moment, Strategy } from './strategy.ts'
import { addLoad, addToQueue, followDuty, takeFromQueue, type Worker, workerOf } from './worker.ts'

/** Until the last ticket is taken up, also one from Sunday night. */
const longest = 3 * days * dayMinutes
/** How much longer somebody needs without the skills, and without the language. */
const slower = { skills: 2, language: 1.5 }

/**
 * @property loads usual tickets of each moderator in an hour of duty
 * @property waits minutes until somebody begins @property urgentWaits those of urgent tickets
 */
export type Outcome = {
  loads: number[]
  waits: number[]
  urgentWaits: number[]
  matched: number
  needed: number
}

/** Runs a desk minute by minute. Everybody works on one ticket at a time, the most urgent first, while on duty. */
export function simulate(people: SampleModerator[], tickets: SampleTicket[], strategy: Strategy): Outcome {
  const workers = people.map(workerOf)
  const outcome: Outcome = { loads: [], waits: [], urgentWaits: [], matched: 0, needed: 0 }
  let waiting: Case[] = []
  let dutyMs = 0
  let next = 0
  for (let minute = 0; minute < longest && outcome.waits.length < tickets.length; minute++) {
    for (const one of workers) followDuty(one, minute)
    const onDuty = workers.filter((one) => one.onDuty)
    const now = timeAt(minute)
    const after = (ms: number) => new Date(now.getTime() + ms)
    const at = { now, onDuty, claim: { dutyMs, after } }
    waiting.push(...passOn(workers, strategy, at))
    for (let filed = tickets[next]; filed && filed.filedAt <= minute; filed = tickets[++next])
      waiting.push(caseOf(filed))
    waiting = giveOut(waiting, workers, strategy, at)
    for (const one of onDuty) work(one, minute, outcome)
    if (onDuty.length > 0) dutyMs += 60_000
  }
  outcome.loads = workers.map(({ taken, dutyMinutes }) => (taken * 60) / Math.max(1, dutyMinutes))
  return outcome
}

/** Passes on what was not claimed in time. @returns the tickets that nobody could take */
function passOn(workers: Worker[], { passOn }: Strategy, at: Moment): Case[] {
  if (!passOn) return []
  const left: Case[] = []
  for (const former of workers)
    for (const one of former.queue) {
      const chosen = passOn(one, at)
      if (chosen === former._id) continue
      takeFromQueue(former, one)
      const worker = workers.find(({ _id }) => _id === chosen)
      if (worker) addToQueue(worker, one, at.now)
      else left.push(one)
    }
  return left
}

/** @returns the tickets that still nobody has */
function giveOut(waiting: Case[], workers: Worker[], { order, choose }: Strategy, at: Moment): Case[] {
  let isOver = false
  return (order?.(waiting) ?? waiting).filter((one) => {
    const chosen = isOver ? null : choose(one, at)
    isOver ||= chosen === 'stop'
    const worker = workers.find(({ _id }) => _id === chosen)
    if (worker) addToQueue(worker, one, at.now)
    return !worker
  })
}

function work(one: Worker, minute: number, outcome: Outcome) {
  if (one.working && minute >= one.busyUntil) {
    addLoad(one, one.working, -1)
    one.working = null
  }
  if (one.working || one.queue.length === 0) return
  const [next] = sortByUrgency(one.queue)
  if (next) begin(one, next, minute, outcome)
}

function begin(one: Worker, next: Case, minute: number, outcome: Outcome) {
  const { filedAt, priority, skills } = next.sample
  one.queue = one.queue.filter((other) => other !== next)
  one.working = next
  one.busyUntil = minute + minutesFor(next.sample, one)
  one.taken += loadWeight(priority)
  outcome.waits.push(minute - filedAt)
  if (priority === 'urgent') outcome.urgentWaits.push(minute - filedAt)
  outcome.needed += skills.length
  outcome.matched += matchingSkills(skills, one.skills).length
}

function minutesFor({ minutes, skills, language }: SampleTicket, one: Worker) {
  const lacks = matchingSkills(skills, one.skills).length < skills.length
  const speaks = one.languages?.includes(language)
  return minutes * (lacks ? slower.skills : 1) * (speaks ? 1 : slower.language)
}
