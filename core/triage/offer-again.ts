import type { RuledOut } from '../tickets/assignment.ts'
import type { Decide } from '../tickets/change.ts'
import type { Ticket } from '../tickets/ticket.ts'
import type { Person } from '../trace.ts'
import type { User } from '../users/user.ts'
import type { Choice } from './choose-assignee.ts'
import { decideAssignment, type Terms } from './triage-decisions.ts'

/** Of tickets that somebody gets at the same time, this many are notified one by one. The others go into one message. */
const toldAlone = 3

type LeftOpen = Pick<Ticket, 'assignment'>

/** The people who let it lapse, and have not come on duty again since the desk left it open. */
export function lapsedSinceOnDuty({ assignment }: LeftOpen, people: Pick<User, '_id' | 'dutySince'>[]) {
  const { lapsed = [], leftOpenAt } = assignment ?? {}
  const isBack = ({ dutySince }: Pick<User, 'dutySince'>) => dutySince && leftOpenAt && dutySince > leftOpenAt
  const back = new Set(people.filter(isBack).map(({ _id }) => _id))
  return lapsed.filter(({ id }) => !back.has(id))
}

/** Whether looking for somebody for another ticket is pointless. */
export const isNobodyFree = ({ assignee, ruledOut = [] }: Choice) =>
  !assignee && ruledOut.every(({ why }) => why === 'at capacity')

/**
 * Gives a ticket that was left open to somebody who can take it now. When nobody can, it stays as it is.
 * @param offer.lapsed who has let it lapse, and does not get it yet
 * @param offer.already how many tickets they got before this one at the same time
 */
export const decideOfferAgain =
  (choice: Choice, { lapsed, already, ...terms }: Terms & Offer, now: Date): Decide =>
  (ticket) => {
    const { assignee } = choice
    if (!assignee || ticket.status !== 'open' || !ticket.assignment?.leftOpenAt) return null
    const reason = `${whyNow(ticket.assignment.ruledOut, assignee.id)}; ${choice.reason}`
    const isTogether = already >= toldAlone && ticket.priority !== 'urgent'
    return decideAssignment({ ...choice, reason }, { ...terms, lapsed, isTogether }, now)(ticket)
  }

type Offer = { lapsed: Person[]; already: number }

const whyNow = (ruledOut: RuledOut[] = [], id: string) =>
  ruledOut.find((one) => one.id === id)?.why === 'at capacity' ? 'has capacity again' : 'came on duty'
