import type { Candidate, Ticket } from '../tickets/ticket.ts'
import type { Person } from '../trace.ts'
import type { User } from '../users/user.ts'

export type Moderator = Pick<User, '_id' | 'name' | 'skills' | 'capacity' | 'lastAssignedAt'> & {
  /** unresolved tickets that they have, assigned or claimed; see loads.ts */
  load: number
}

export type Choice = { assignee: Person | null; reason: string; candidates: Candidate[] }

const shownCandidates = 5

/**
 * Chooses the assignee: the most matching skills, then the lowest load, then the longest time since the last
 * assignment. It skips the requester and moderators at capacity.
 * @param moderators those on duty
 */
export function chooseAssignee(
  ticket: Pick<Ticket, 'skills' | 'requester'>,
  moderators: Moderator[],
): Choice {
  const fit = moderators
    .filter((one) => one.load < one.capacity && one._id !== ticket.requester.id)
    .map((one) => ({ ...one, matching: matchingSkills(ticket.skills, one.skills) }))
    .sort(byFitness)
  const candidates = fit
    .slice(0, shownCandidates)
    .map(({ _id: id, name, matching, load }) => ({ id, name, matching, load }))
  const [best, next] = fit
  if (!best) return { assignee: null, reason: whyNobody(ticket, moderators), candidates }
  return {
    assignee: { id: best._id, name: best.name },
    reason: whyThisOne(ticket.skills.length, best, next),
    candidates,
  }
}

type Ranked = Moderator & { matching: string[] }

/** The needed skills that the person has. Ignores case. */
export function matchingSkills(needed: string[], had: string[]) {
  const known = new Set(had.map((skill) => skill.toLowerCase()))
  return needed.filter((skill) => known.has(skill.toLowerCase()))
}

const byFitness = (a: Ranked, b: Ranked) =>
  b.matching.length - a.matching.length ||
  a.load - b.load ||
  (a.lastAssignedAt?.getTime() ?? 0) - (b.lastAssignedAt?.getTime() ?? 0) ||
  a._id.localeCompare(b._id)

function whyThisOne(needed: number, best: Ranked, next: Ranked | undefined) {
  const skills =
    best.matching.length > 0
      ? `knows ${best.matching.join(', ')}`
      : needed === 0
        ? 'needs no special skill'
        : 'nobody on duty has the skills'
  const load = `has ${best.load} of ${best.capacity} tickets`
  const tie = next && next.matching.length === best.matching.length && next.load === best.load
  return `${skills}; ${load}${tie ? '; longest since the last assignment' : ''}`
}

function whyNobody({ requester }: Pick<Ticket, 'requester'>, moderators: Moderator[]) {
  if (moderators.length === 0) return 'No moderator is on duty.'
  const others = moderators.filter((one) => one._id !== requester.id)
  return others.length === 0
    ? 'Nobody but the requester is on duty.'
    : 'Every moderator on duty is at capacity.'
}
