import { isHeld } from '../database/lease-store.ts'
import type { Desk } from '../desk.ts'
import { repeatedly } from '../repeatedly.ts'
import { changeTicket } from '../tickets/change-ticket.ts'
import type { Ticket } from '../tickets/ticket.ts'
import type { ClaimTerms } from '../triage/claim-deadline.ts'
import { claimTermsOf } from '../triage/claim-terms.ts'
import { decideOfferAgain, isNobodyFree, lapsedSinceOnDuty } from '../triage/offer-again.ts'
import { type Chooser, openChooser } from '../triage/open-chooser.ts'
import { sortByUrgency } from '../triage/sort-by-urgency.ts'

const lookEveryMs = 15_000
const batchSize = 50

/**
 * Assigns tickets that were left open, as soon as somebody can take them: somebody came on duty, or has capacity again.
 * The most urgent and oldest go first. Nothing happens while another process assigns: the next round does it.
 * @returns how many were assigned
 */
export async function offerAgain(desk: Desk): Promise<number> {
  if ((await desk.tickets.leftOpen(desk.now(), 1)).length === 0) return 0
  const done = await desk.assignments.whileHolding('assignments', 'assigning', () => offerInOrder(desk))
  return isHeld(done) ? 0 : done
}

async function offerInOrder(desk: Desk): Promise<number> {
  const waiting = sortByUrgency(await desk.tickets.leftOpen(desk.now())).map(({ _id }) => _id)
  const claim = await claimTermsOf(desk)
  const got = new Map<string, number>()
  for (let at = 0; at < waiting.length; at += batchSize) {
    const tickets = await desk.tickets.findAll(waiting.slice(at, at + batchSize))
    // Many tickets take a while, in which people go off duty.
    const round: Round = { choose: await openChooser(desk), claim, got }
    for (const ticket of sortByUrgency(tickets))
      if ((await offer(desk, ticket, round)) === 'nobody is free') return countOf(got)
  }
  return countOf(got)
}

/** @property got how many tickets each person got */
type Round = { choose: Chooser; claim: ClaimTerms | null; got: Map<string, number> }

async function offer(desk: Desk, ticket: Ticket, { choose, claim, got }: Round) {
  const lapsed = await stillLapsed(desk, ticket)
  const choice = choose(
    ticket,
    lapsed.map(({ id }) => id),
  )
  if (isNobodyFree(choice)) return 'nobody is free'
  const { assignee } = choice
  if (!assignee) return 'left open'
  const already = got.get(assignee.id) ?? 0
  const terms = { admins: [], claim, lapsed, already }
  const after = await changeTicket(desk, ticket._id, decideOfferAgain(choice, terms, desk.now()), ticket)
  if (after.assignee?.id !== assignee.id || after.version === ticket.version) return 'left open'
  got.set(assignee.id, already + 1)
  await desk.users.markAssigned(assignee.id, desk.now())
  return 'assigned'
}

async function stillLapsed(desk: Desk, ticket: Ticket) {
  const ids = (ticket.assignment?.lapsed ?? []).map(({ id }) => id)
  return ids.length > 0 ? lapsedSinceOnDuty(ticket, await desk.users.findAll(ids)) : []
}

const countOf = (got: Round['got']) => [...got.values()].reduce((sum, count) => sum + count, 0)

/** Looks within 15 s. Safe in several processes, and after a restart. @returns stops it */
export const startOfferingAgain = (desk: Desk) =>
  repeatedly(
    () => offerAgain(desk),
    lookEveryMs,
    (error) =>
      desk.log.debug({ reason: error.message }, 'tickets could not be offered again; next try in 15 s'),
  )
