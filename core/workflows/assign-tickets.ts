import type { Entry } from '../catalog/catalog.ts'
import { currentNames } from '../catalog/names.ts'
import { isHeld } from '../database/lease-store.ts'
import type { Desk } from '../desk.ts'
import type { Drained } from '../outbox/outbox.ts'
import { HeldByAnother } from '../provider-errors.ts'
import { changeTicket } from '../tickets/change-ticket.ts'
import type { Ticket } from '../tickets/ticket.ts'
import type { Affinities } from '../triage/affinity.ts'
import { type Choice, chooseAssignee, type Moderator } from '../triage/choose-assignee.ts'
import { loadWeight } from '../triage/load-weight.ts'
import { type Loads, loadsOf } from '../triage/loads.ts'
import { assigned } from '../triage/triage-decisions.ts'
import type { User } from '../users/user.ts'
import type { Worker } from './worker.ts'
import type { Workflow } from './workflow.ts'

/** Runs after tickets are triaged. Chooses assignees, and enqueues the notifications. */
export const assignTickets = (worker: Worker): Workflow => ({
  queue: 'assign',
  step: 'choose assignees',
  atOnce: 1,
  on: { tickets: (ids) => [() => assignAll(worker.desk, ids)] },
})

const askAgainMs = 1_000

/**
 * Assigns those of these tickets that are waiting for an assignee. Only one process of the desk does this at a time, so
 * that each choice counts the ones before it and a burst is spread over all moderators.
 * @throws HeldByAnother while another process assigns
 */
export async function assignAll(desk: Desk, ids: string[]): Promise<Drained> {
  const waiting = await desk.tickets.unassigned(ids)
  if (waiting.length === 0) return { handled: 0, results: [] }
  const result = await desk.assignments.whileHolding('assignments', 'assigning', async () =>
    assignInOrder(desk, await desk.tickets.unassigned(ids)),
  )
  if (isHeld(result)) throw new HeldByAnother('Another process is assigning tickets', askAgainMs)
  return result
}

/** Chooses assignees one ticket at a time, then writes all choices in parallel. */
async function assignInOrder(desk: Desk, waiting: Ticket[]): Promise<Drained> {
  const { skills } = await desk.catalog.read()
  const moderators = await desk.users.moderatorsOnDuty()
  const loads = await loadsOf(
    desk,
    moderators.map(({ _id }) => _id),
  )
  const affinities = await desk.affinities()
  const choose = chooserOf(desk, skills, candidatesOf(moderators, { skills, loads, affinities }), loads)
  const choices = waiting.map((ticket) => ({ ticket, choice: choose(ticket) }))
  const admins = choices.every(({ choice }) => choice.assignee) ? [] : await desk.users.admins()
  const to = { admins: admins.map(({ _id }) => _id) }
  const results = await Promise.all(choices.map((one) => write(desk, one, to)))
  const chosen = new Set(results.flatMap(({ assignee }) => assignee ?? []))
  await Promise.all([...chosen].map((id) => desk.users.markAssigned(id, desk.now())))
  return { handled: waiting.length, results: results.map(({ result }) => result) }
}

/** What counts about each moderator. Skills have their current names. */
const candidatesOf = (
  moderators: User[],
  { skills, loads, affinities }: { skills: Entry[]; loads: Loads; affinities: Affinities },
): Moderator[] =>
  moderators.map((one) => ({
    ...one,
    skills: currentNames(skills, one.skills),
    load: loads.of.get(one._id) ?? 0,
    weightedLoad: loads.weightOf.get(one._id) ?? 0,
    affinity: affinities.get(one._id) ?? new Map(),
  }))

/**
 * Each choice adds one to that moderator's load, unless enough tickets of that requester count already. Skills are
 * compared by their current names.
 */
function chooserOf(
  { countedPerRequester, now }: Pick<Desk, 'countedPerRequester' | 'now'>,
  skills: Entry[],
  moderators: Moderator[],
  loads: Loads,
) {
  const unresolved = new Map(loads.ofRequester)
  return (ticket: Ticket): Choice => {
    const needed = { skills: currentNames(skills, ticket.skills), language: ticket.triage.language }
    const choice = chooseAssignee({ ...ticket, ...needed }, moderators, now())
    const chosen = moderators.find(({ _id }) => _id === choice.assignee?.id)
    if (!chosen) return choice
    const before = unresolved.get(ticket.requester.id) ?? 0
    unresolved.set(ticket.requester.id, before + 1)
    if (before < countedPerRequester) {
      chosen.load += 1
      chosen.weightedLoad += loadWeight(ticket.priority)
    }
    chosen.lastAssignedAt = now()
    return choice
  }
}

/** Writes a choice, unless somebody has claimed the ticket in the meantime. */
async function write(
  desk: Desk,
  { ticket, choice }: { ticket: Ticket; choice: Choice },
  people: { admins: string[] },
) {
  const before = ticket.version
  const after = await changeTicket(desk, ticket._id, assigned(choice, people, desk.now()), ticket)
  const entries = after.outbox.filter(({ queue }) => queue === 'assign')
  await desk.tickets.outbox.acknowledge(ticket._id, entries)
  const isAssigned = after.version > before && after.assignee?.id === choice.assignee?.id
  const assignee = isAssigned ? choice.assignee?.id : undefined
  return { assignee, result: `#${ticket.number} ${assignee ? `assigned to ${assignee}` : 'left open'}` }
}
