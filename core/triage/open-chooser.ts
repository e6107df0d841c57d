import type { Entry } from '../catalog/catalog.ts'
import { currentNames } from '../catalog/names.ts'
import type { Desk } from '../desk.ts'
import type { Ticket } from '../tickets/ticket.ts'
import type { User } from '../users/user.ts'
import type { Affinities } from './affinity.ts'
import { type Choice, chooseAssignee, type Moderator } from './choose-assignee.ts'
import { loadWeight } from './load-weight.ts'
import { type Loads, loadsOf } from './loads.ts'

/** @param lapsed ids of those who had the ticket and did not claim it in time */
export type Chooser = (ticket: Ticket, lapsed?: string[]) => Choice

/** Reads who is on duty with what load. Hold the lease on assignments meanwhile. */
export async function openChooser(desk: Desk): Promise<Chooser> {
  const { skills } = await desk.catalog.read()
  const onDuty = await desk.users.moderatorsOnDuty()
  const loads = await loadsOf(
    desk,
    onDuty.map(({ _id }) => _id),
  )
  const moderators = candidatesOf(onDuty, { skills, loads, affinities: await desk.affinities() })
  return chooserOf(desk, skills, moderators, loads)
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
 * Each choice adds to that moderator's load, unless enough tickets of that requester count already. Skills are compared
 * by their current names.
 */
function chooserOf(
  { countedPerRequester, now }: Pick<Desk, 'countedPerRequester' | 'now'>,
  skills: Entry[],
  moderators: Moderator[],
  loads: Loads,
): Chooser {
  const unresolved = new Map(loads.ofRequester)
  return (ticket, lapsed) => {
    const needed = { skills: currentNames(skills, ticket.skills), language: ticket.triage.language }
    const choice = chooseAssignee({ ...ticket, ...needed, lapsed }, moderators, now())
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
