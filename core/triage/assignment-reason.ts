import { languageName } from '../text/language-name.ts'
import type { Candidate, RuledOut } from '../tickets/assignment.ts'
import { decidedBy } from './compare-candidates.ts'

/**
 * Why the best candidate gets the ticket. `withoutLoads` stops after the skills: requesters must not see workloads.
 * @param others the other candidates, best first
 */
export function reasonForAssignee(
  { skills, language }: { skills: string[]; language?: string | undefined },
  best: Candidate & { capacity: number },
  others: Candidate[],
): string {
  const isSpecial = best.speaks && others.some(({ speaks }) => !speaks)
  return [
    skillWords(skills.length, best),
    ...(isSpecial && language ? [`speaks ${languageName(language)}`] : []),
    `has ${best.load} of ${best.capacity} tickets`,
    ...tieWords(best, others[0]),
  ].join('; ')
}

function skillWords(needed: number, { matching }: Candidate) {
  if (matching.length > 0) return `knows ${matching.join(', ')}`
  return needed === 0 ? 'needs no special skill' : 'nobody on duty has the skills'
}

function tieWords(best: Candidate, next: Candidate | undefined) {
  if (!next) return []
  const by = decidedBy(best, next)
  const hadLess = (best.weightedLoad ?? best.load) < (next.weightedLoad ?? next.load)
  if (by === 'load' && !hadLess) return ['solves this kind well']
  return by === 'last assignment' || by === 'id' ? ['longest since the last assignment'] : []
}

/** @param ruledOut everyone on duty */
export function reasonForNobody(ruledOut: RuledOut[]): string {
  if (ruledOut.length === 0) return 'No moderator is on duty.'
  const others = ruledOut.filter(({ why }) => why !== 'requester')
  if (others.length === 0) return 'Nobody but the requester is on duty.'
  if (others.every(({ why }) => why === 'lapsed')) return 'Nobody on duty claimed it in time.'
  return others.some(({ why }) => why === 'lapsed')
    ? 'Nobody else on duty has capacity.'
    : 'Every moderator on duty is at capacity.'
}
