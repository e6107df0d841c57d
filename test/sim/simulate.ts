import { type Moderator, matchingSkills } from '../../core/triage/choose-assignee.ts'
import { loadWeight } from '../../core/triage/load-weight.ts'
import { dutyAt } from '../../core/users/duty/duty-at.ts'
import { dayMinutes, days, type SampleModerator, type SampleTicket, startsAt } from './sample-desk.ts'
import type { Strategy } from './strategies.ts'

const capacity = 10
/** Until the last ticket is taken up, also one from Sunday night. */
const longest = 3 * days * dayMinutes
/** How much longer somebody needs without the skills, and without the language. */
const slower = { skills: 2, language: 1.5 }

type Worker = Moderator & {
  sample: SampleModerator
  queue: SampleTicket[]
  onDuty: boolean
  changesAt: number
  busyUntil: number
  working: SampleTicket | null
  dutyMinutes: number
  taken: number
}

/** @property load usual tickets of each moderator in an hour of duty @property waits minutes until somebody begins */
export type Outcome = { loads: number[]; waits: number[]; matched: number; needed: number }

const timeAt = (minute: number) => new Date(startsAt.getTime() + minute * 60_000)

/** Runs a desk minute by minute. Everybody works on one ticket at a time, the most urgent first, while on duty. */
export function simulate(people: SampleModerator[], tickets: SampleTicket[], choose: Strategy): Outcome {
  const workers = people.map(workerOf)
  const byId = new Map(workers.map((one) => [one._id, one]))
  const outcome: Outcome = { loads: [], waits: [], matched: 0, needed: 0 }
  let waiting: SampleTicket[] = []
  let next = 0
  for (let minute = 0; minute < longest && outcome.waits.length < tickets.length; minute++) {
    for (const one of workers) followDuty(one, minute)
    for (; tickets[next] && (tickets[next]?.filedAt ?? 0) <= minute; next++)
      waiting.push(tickets[next] as SampleTicket)
    const onDuty = workers.filter((one) => one.onDuty)
    waiting = waiting.filter((ticket) => {
      const chosen = byId.get(choose(ticket, onDuty, timeAt(minute)) ?? '')
      if (chosen) give(ticket, chosen, minute, outcome)
      return !chosen
    })
    for (const one of onDuty) work(one, minute, outcome)
  }
  outcome.loads = workers.map(({ taken, dutyMinutes }) => (taken * 60) / Math.max(1, dutyMinutes))
  return outcome
}

const workerOf = (sample: SampleModerator): Worker => ({
  ...{ _id: sample.id, name: sample.id, skills: sample.skills, languages: sample.languages, capacity },
  ...{ load: 0, weightedLoad: 0, lastAssignedAt: null },
  ...{
    sample,
    queue: [],
    onDuty: false,
    changesAt: 0,
    busyUntil: 0,
    working: null,
    dutyMinutes: 0,
    taken: 0,
  },
})

function followDuty(one: Worker, minute: number) {
  if (one.onDuty && minute < days * dayMinutes) one.dutyMinutes++
  if (minute < one.changesAt) return
  const duty = dutyAt({ onDuty: one.onDuty, dutySchedule: one.sample.dutySchedule }, timeAt(minute))
  one.onDuty = duty.onDuty
  one.changesAt = duty.changesAt ? (duty.changesAt.getTime() - startsAt.getTime()) / 60_000 : Infinity
}

function give(ticket: SampleTicket, one: Worker, minute: number, outcome: Outcome) {
  one.queue.push(ticket)
  one.load += 1
  one.weightedLoad += loadWeight(ticket.priority)
  one.taken += loadWeight(ticket.priority)
  one.lastAssignedAt = timeAt(minute)
  outcome.needed += ticket.skills.length
  outcome.matched += matchingSkills(ticket.skills, one.skills).length
}

function work(one: Worker, minute: number, outcome: Outcome) {
  if (one.working && minute >= one.busyUntil) {
    one.load -= 1
    one.weightedLoad -= loadWeight(one.working.priority)
    one.working = null
  }
  if (one.working || one.queue.length === 0) return
  one.queue.sort((a, b) => loadWeight(b.priority) - loadWeight(a.priority) || a.filedAt - b.filedAt)
  const ticket = one.queue.shift() as SampleTicket
  one.working = ticket
  one.busyUntil = minute + minutesFor(ticket, one)
  outcome.waits.push(minute - ticket.filedAt)
}

function minutesFor({ minutes, skills, language }: SampleTicket, one: Worker) {
  const lacks = matchingSkills(skills, one.skills).length < skills.length
  const speaks = one.languages?.includes(language)
  return minutes * (lacks ? slower.skills : 1) * (speaks ? 1 : slower.language)
}
