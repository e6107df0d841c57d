import { isHeld } from '../database/lease-store.ts'
import type { Desk } from '../desk.ts'
import type { Drained } from '../outbox/outbox.ts'
import { HeldByAnother } from '../provider-errors.ts'
import type { Decide } from '../tickets/change.ts'
import { changeTicket } from '../tickets/change-ticket.ts'
import type { Ticket } from '../tickets/ticket.ts'
import type { Choice } from '../triage/choose-assignee.ts'
import { claimTermsOf } from '../triage/claim-terms.ts'
import { openChooser } from '../triage/open-chooser.ts'
import { canBePassedOn, decidePassOnWhileAbsent, renewDeadline } from '../triage/pass-on.ts'
import { sortByUrgency } from '../triage/sort-by-urgency.ts'
import { decideAssignment, needsAssignee, type Terms } from '../triage/triage-decisions.ts'
import { absentUntil } from '../users/duty/duty-at.ts'
import type { Worker } from './worker.ts'
import type { Workflow } from './workflow.ts'

/** Runs after tickets are triaged. Chooses assignees, and enqueues the notifications. */
export const assignTickets = (worker: Worker): Workflow => ({
  queue: 'assign',
  step: 'choose assignees',
  concurrency: 1,
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
  const choose = await openChooser(desk)
  const absent = await absentAmong(desk, waiting)
  const isToAssign = (ticket: Ticket) =>
    ticket.assignee ? absent.has(ticket.assignee.id) && canBePassedOn(ticket) : needsAssignee(ticket)
  const choices = sortByUrgency(waiting).map((ticket) => ({
    ticket,
    choice: isToAssign(ticket) ? choose(ticket) : null,
  }))
  const isLeftOpen = choices.some(({ choice }) => choice && !choice.assignee)
  const admins = isLeftOpen ? await desk.users.admins() : []
  const terms = { admins: admins.map(({ _id }) => _id), claim: await claimTermsOf(desk) }
  const results = await Promise.all(choices.map((one) => write(desk, one, terms)))
  const chosen = new Set(results.flatMap(({ assignee }) => assignee ?? []))
  await Promise.all([...chosen].map((id) => desk.users.markAssigned(id, desk.now())))
  return { handled: waiting.length, results: results.map(({ result }) => result) }
}

/** The assignees who are absent now. Others keep a ticket on which work resumes. */
async function absentAmong(desk: Desk, waiting: Ticket[]): Promise<ReadonlySet<string>> {
  const ids = [...new Set(waiting.flatMap(({ assignee }) => assignee?.id ?? []))]
  const people = ids.length > 0 ? await desk.users.findAll(ids) : []
  return new Set(people.filter((one) => absentUntil(one, desk.now())).map(({ _id }) => _id))
}

type Chosen = { ticket: Ticket; choice: Choice | null }

/** Writes a choice, unless somebody has claimed the ticket in the meantime. */
async function write(desk: Desk, { ticket, choice }: Chosen, terms: Terms) {
  const before = ticket.version
  const decide = choice ? decisionOf(ticket, choice, terms, desk.now()) : renewDeadline(terms)
  const after = await changeTicket(desk, ticket._id, decide, ticket)
  const entries = after.outbox.filter(({ queue }) => queue === 'assign')
  await desk.tickets.outbox.acknowledge(ticket._id, entries)
  const isAssigned = choice && after.version > before && after.assignee?.id === choice.assignee?.id
  const assignee = isAssigned ? choice?.assignee?.id : undefined
  return { assignee, result: `#${ticket.number} ${assignee ? `assigned to ${assignee}` : 'left as it is'}` }
}

const decisionOf = ({ assignee }: Ticket, choice: Choice, terms: Terms, now: Date): Decide =>
  assignee ? decidePassOnWhileAbsent(assignee.id, choice, terms, now) : decideAssignment(choice, terms, now)
