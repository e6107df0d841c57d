import type { Person } from '../../core/trace.ts'
import { type Choice, chooseAssignee } from '../../core/triage/choose-assignee.ts'
import { timeLeft } from '../../core/triage/claim-deadline.ts'
import { decideOfferAgain, isNobodyFree, lapsedSinceOnDuty } from '../../core/triage/offer-again.ts'
import { decidePassOn, isOverdue, lapsedPeople, postponeDeadline } from '../../core/triage/pass-on.ts'
import { sortByUrgency } from '../../core/triage/sort-by-urgency.ts'
import { decideAssignment } from '../../core/triage/triage-decisions.ts'
import { type Case, decideOn } from './case.ts'
import type { Moment, Strategy } from './strategy.ts'

/** What the desk does, by its own decisions. @param claimMinutes CLAIM_DEADLINE_MINUTES; null: no deadline */
export const desk = (claimMinutes: number | null): Strategy => ({
  order: sortByUrgency,
  choose(one, at) {
    const { assignment } = one.ticket
    const lapsed = lapsedSinceOnDuty(one.ticket, at.onDuty)
    const choice = choiceFor(one, at, lapsed)
    const terms = { admins: [], claim: claimMinutes === null ? null : { ...at.claim, minutes: claimMinutes } }
    if (!assignment) decideOn(one, decideAssignment(choice, terms, at.now))
    else decideOn(one, decideOfferAgain(choice, { ...terms, lapsed, already: 0 }, at.now))
    return one.ticket.assignee?.id ?? (isNobodyFree(choice) ? 'stop' : null)
  },
  ...(claimMinutes === null ? {} : { passOn: (one, at) => passOn(one, at, claimMinutes) }),
})

const choiceFor = ({ ticket }: Case, { onDuty, now }: Moment, lapsed: Person[]): Choice => {
  const ids = lapsed.map(({ id }) => id)
  return chooseAssignee({ ...ticket, language: ticket.triage.language, lapsed: ids }, onDuty, now)
}

/** As passOnTickets does. */
function passOn(one: Case, at: Moment, minutes: number): string | null {
  const { ticket } = one
  if (at.onDuty.length > 0 && isOverdue(ticket, at.now)) {
    const claim = { ...at.claim, minutes }
    const left = timeLeft(ticket.assignment ?? {}, claim, ticket.priority)
    const decide =
      left > 0
        ? postponeDeadline(left, claim, at.now)
        : decidePassOn(choiceFor(one, at, lapsedPeople(ticket)), { admins: [], claim }, at.now)
    decideOn(one, decide)
  }
  return one.ticket.assignee?.id ?? null
}
