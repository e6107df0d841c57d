import type { Assignment } from '../tickets/assignment.ts'
import { type Change, type Decide, redrawCards } from '../tickets/change.ts'
import { notify, watchersFor } from '../tickets/recipients.ts'
import { isResolved, type Ticket } from '../tickets/ticket.ts'
import type { Person } from '../trace.ts'
import type { Choice } from './choose-assignee.ts'
import { type ClaimTerms, changedDeadline, claimDeadline } from './claim-deadline.ts'
import { assignmentOf, notifyLeftOpen, type Terms } from './triage-decisions.ts'

const byDesk = { by: null, surface: 'desk' } as const

/** Who has let the ticket lapse, with the current assignee. Ends when somebody claims or a person assigns it. */
export const lapsedPeople = ({ assignment, assignee }: Pick<Ticket, 'assignment' | 'assignee'>): Person[] => [
  ...(assignment?.lapsed ?? []).filter(({ id }) => id !== assignee?.id),
  ...(assignee ? [assignee] : []),
]

export const isOverdue = ({ status, assignee, assignment, deleted }: Ticket, now: Date) =>
  status === 'open' &&
  !deleted &&
  assignee !== null &&
  assignment?.claimBy !== undefined &&
  assignment.claimBy <= now

/**
 * Gives an assigned ticket that nobody has claimed in time to the next person. When everybody on duty has let it lapse,
 * it is left open, and the admins are told. When nobody could take it now, the assignee keeps it and gets the same time
 * again.
 */
export const decidePassOn =
  (choice: Choice, terms: Terms, now: Date): Decide =>
  (ticket) => {
    const { assignee: former, assignment } = ticket
    if (!isOverdue(ticket, now) || !former || !assignment) return null
    const line = {
      ...byDesk,
      action: 'passed on',
      note: `${former.name} ${didNotClaim(assignment, terms, now)}`,
    } as const
    if (choice.assignee) {
      const next = assignmentOf(choice, ticket, { ...terms, lapsed: lapsedPeople(ticket) }, now)
      return handedOver(ticket, former, { assignee: choice.assignee, reason: choice.reason }, next, line)
    }
    if (!everybodyLapsed(choice))
      return lookAgainAt(assignment, claimDeadline(terms.claim ?? null, ticket.priority).claimBy)
    return {
      set: {
        assignee: null,
        assignment: assignmentOf(choice, ticket, { ...terms, lapsed: lapsedPeople(ticket) }, now),
      },
      history: [line, { ...byDesk, action: 'left open', note: choice.reason }],
      effects: [
        ...redrawCards,
        ...notify(null, [{ to: former, topic: 'released' }]),
        ...notifyLeftOpen(terms),
      ],
    }
  }

/**
 * Puts off a deadline that has passed by the clock, when there was time in which nobody was on duty.
 * @param ms how much of the time is left
 */
export const postponeDeadline =
  (ms: number, { after }: ClaimTerms, now: Date): Decide =>
  (ticket) =>
    isOverdue(ticket, now) && ticket.assignment ? lookAgainAt(ticket.assignment, after(ms)) : null

/**
 * Gives an assigned ticket a new deadline: by its priority, which has changed, or from now on, if it was taken away
 * because the ticket was marked as a duplicate.
 */
export const renewDeadline =
  ({ claim = null }: Terms): Decide =>
  ({ assignee, assignment, status, priority, deleted }) => {
    if (!claim || !assignee || assignment?.by !== 'triage' || status !== 'open' || deleted) return null
    const deadline = assignment.claimBy
      ? changedDeadline(assignment, claim, priority)
      : claimDeadline(claim, priority)
    return deadline && { set: { assignment: { ...assignment, ...deadline } }, history: [], effects: [] }
  }

const lookAgainAt = (assignment: Assignment, claimBy: Date | undefined): Change => ({
  set: { assignment: { ...assignment, ...(claimBy ? { claimBy } : {}) } },
  history: [],
  effects: [],
})

export const canBePassedOn = (ticket: Ticket) => !ticket.deleted && !isResolved(ticket)

/**
 * Gives a ticket on which work resumes to the next person while its assignee is absent. When nobody else can take it, the
 * assignee keeps it.
 */
export const decidePassOnWhileAbsent =
  (absent: string, choice: Choice, terms: Terms, now: Date): Decide =>
  (ticket) => {
    const { assignee: former } = ticket
    if (former?.id !== absent || !choice.assignee || !canBePassedOn(ticket)) return null
    const line = { ...byDesk, action: 'passed on', note: `${former.name} is absent` } as const
    const next = assignmentOf(choice, ticket, terms, now)
    return handedOver(ticket, former, { assignee: choice.assignee, reason: choice.reason }, next, line)
  }

/** @param line says why */
const handedOver = (
  ticket: Ticket,
  former: Person,
  { assignee, reason }: { assignee: Person; reason: string },
  assignment: Assignment,
  line: Change['history'][number],
): Change => ({
  set: { status: 'open', assignee, assignment },
  history: [line, { ...byDesk, action: 'assigned', note: `to ${assignee.name}: ${reason}` }],
  effects: [
    ...redrawCards,
    ...notify(null, [
      { to: assignee, topic: 'assigned' },
      { to: former, topic: 'taken-over' },
      ...watchersFor(ticket, 'status-changed'),
    ]),
  ],
})

const everybodyLapsed = ({ ruledOut = [] }: Choice) =>
  ruledOut.length > 0 && ruledOut.every(({ why }) => why !== 'at capacity')

function didNotClaim({ at, dutyMs }: Assignment, { claim }: Terms, now: Date) {
  const ms = claim && dutyMs !== undefined ? claim.dutyMs - dutyMs : now.getTime() - at.getTime()
  const minutes = Math.round(ms / 60_000)
  return `did not claim it within ${minutes === 1 ? '1 minute' : `${minutes} minutes`}`
}
