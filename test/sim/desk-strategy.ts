import type { Person } from '../../core/trace.ts'
import { type Choice, chooseAssignee } from '../../core/triage/choose-assignee.ts'
import { timeLeft } from '../../core/triage/claim-deadline.ts'
import { isNobodyFree, lapsedSinceOnDuty, offeredAgain } from '../../core/triage/offer-again.ts'
import { isOverdue, lapsedIn, passedOn, putOff } from '../../core/triage/pass-on.ts'
import { sortByUrgency } from '../../core/triage/sort-by-urgency.ts'
import { assigned } from '../../core/triage/triage-decisions.ts'
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
    if (!assignment) decideOn(one, assigned(choice, terms, at.now))
    else decideOn(one, offeredAgain(choice, { ...terms, lapsed, already: 0 }, at.now))
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
        ? putOff(left, claim, at.now)
        : passedOn(choiceFor(one, at, lapsedIn(ticket)), { admins: [], claim }, at.now)
    decideOn(one, decide)
  }
  return one.ticket.assignee?.id ?? null
}
