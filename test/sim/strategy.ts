import type { ClaimTerms } from '../../core/triage/claim-deadline.ts'
import type { Case } from './case.ts'
import type { Worker } from './worker.ts'

/** @property claim what the duty clock shows @property onDuty everyone on duty */
export type Moment = { now: Date; claim: ClaimTerms; onDuty: Worker[] }

/**
 * How tickets get to people.
 * @property order who is looked at first of those that nobody has
 * @property choose an id; null: nobody can take it; 'stop': nobody can take any other ticket either
 * @property passOn for a ticket that somebody has and has not begun; null: they no longer have it; absent: they keep it
 */
export type Strategy = {
  order?: (waiting: Case[]) => Case[]
  choose: (one: Case, at: Moment) => string | 'stop' | null
  passOn?: (one: Case, at: Moment) => string | null
}
