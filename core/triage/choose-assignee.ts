import type { Candidate, RuledOut } from '../tickets/assignment.ts'
import type { Ticket } from '../tickets/ticket.ts'
import type { Person } from '../trace.ts'
import type { User } from '../users/user.ts'
import { reasonForAssignee, reasonForNobody } from './assignment-reason.ts'
import { comparisons, maxAffinity } from './compare-candidates.ts'

/**
 * @property load unresolved tickets that they have, assigned or claimed, which their capacity limits; see loads.ts
 * @property weightedLoad the same by priority, in usual tickets
 * @property affinity how well they solve tickets of each category, from 0 to 1; absent: unknown
 */
export type Moderator = Pick<
  User,
  '_id' | 'name' | 'skills' | 'capacity' | 'lastAssignedAt' | 'languages'
> & { load: number; weightedLoad: number; affinity?: ReadonlyMap<string, number> }

/**
 * The fields of a ticket that decide who can be assigned.
 * @property language ISO 639-1; absent: unknown
 * @property lapsed ids of earlier assignees who did not claim it in time
 */
export type Assignable = Pick<Ticket, 'skills' | 'requester'> & {
  category?: string | null
  language?: string | undefined
  lapsed?: readonly string[] | undefined
}

/** @property ruledOut people on duty who cannot be assigned, and why */
export type Choice = {
  assignee: Person | null
  reason: string
  candidates: Candidate[]
  ruledOut?: RuledOut[]
}

/** Bounds what the ticket stores. */
const maxKept = 50

/**
 * Chooses the assignee: the most matching skills, then the lowest load by priority, then the longest time since the last
 * assignment. The ticket's language counts as a skill. Whoever solves its category well counts as having up to one usual
 * ticket less. Skips the requester, moderators at capacity, and those who let the ticket lapse.
 * @param moderators those on duty
 */
export function chooseAssignee(ticket: Assignable, moderators: Moderator[], now: Date): Choice {
  const ruledOut = moderators.flatMap((one) => {
    const why = whyNot(ticket, one)
    return why ? [{ id: one._id, name: one.name, why }] : []
  })
  const out = new Set(ruledOut.map(({ id }) => id))
  const ranked = moderators
    .filter(({ _id }) => !out.has(_id))
    .map((one) => ({ ...scoreOf(ticket, one, now), capacity: one.capacity }))
    .sort((a, b) => comparisons.reduce((order, { compare }) => order || compare(a, b), 0))
  const [best] = ranked
  return {
    assignee: best ? { id: best.id, name: best.name } : null,
    reason: best ? reasonForAssignee(ticket, best, ranked.slice(1)) : reasonForNobody(ruledOut),
    candidates: ranked.slice(0, maxKept).map(({ capacity: _, ...candidate }) => candidate),
    ruledOut: ruledOut.slice(0, maxKept),
  }
}

function whyNot({ requester, lapsed = [] }: Assignable, one: Moderator): RuledOut['why'] | null {
  if (one._id === requester.id) return 'requester'
  if (lapsed.includes(one._id)) return 'lapsed'
  return one.load >= one.capacity ? 'at capacity' : null
}

/** A moderator as a candidate, with everything that the comparison uses. */
function scoreOf(ticket: Assignable, one: Moderator, now: Date): Candidate {
  const known = ticket.category ? (one.affinity?.get(ticket.category) ?? 0) : 0
  return {
    id: one._id,
    name: one.name,
    matching: matchingSkills(ticket.skills, one.skills),
    speaks: ticket.language !== undefined && speaks(one, ticket.language),
    load: one.load,
    weightedLoad: one.weightedLoad,
    affinity: Math.round(Math.min(Math.max(known, 0), maxAffinity) * 100) / 100,
    idleSeconds: one.lastAssignedAt && Math.floor((now.getTime() - one.lastAssignedAt.getTime()) / 1_000),
  }
}

/** The needed skills that the person has. Ignores case. */
export function matchingSkills(needed: string[], had: string[]) {
  const known = new Set(had.map((skill) => skill.toLowerCase()))
  return needed.filter((skill) => known.has(skill.toLowerCase()))
}

/** People who state no language count as speaking English. Otherwise stating it would attract all English tickets. */
const speaks = ({ languages = [] }: Pick<User, 'languages'>, language: string) =>
  languages.length > 0 ? languages.includes(language) : language === 'en'
