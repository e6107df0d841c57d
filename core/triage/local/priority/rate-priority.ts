import type { Priority, Urgency } from '../../../tickets/ticket-values.ts'
import { findSigns } from './find-signs.ts'
import type { Evidence } from './signs/sign.ts'

/**
 * @property signs how many the text has: with none, the priority is only what is usual
 * @property isFirm the text says something that no experience outweighs: danger, harm to many, or that it can wait
 */
export type Rated = { priority: Priority; reasons: string[]; signs: number; isFirm: boolean }

const saidUrgency: Record<Urgency, number> = { low: 0, normal: 1, high: 2, critical: 3 }

/** Rows: impact 0 to 3. Columns: urgency 0 to 3. The usual priority matrix of service management (ITIL). */
const matrix: Priority[][] = [
  ['low', 'low', 'low', 'medium'],
  ['low', 'medium', 'medium', 'high'],
  ['medium', 'medium', 'high', 'high'],
  ['medium', 'high', 'urgent', 'urgent'],
]

/**
 * Rates the priority from impact and urgency, with reasons. Considers both the text and the urgency that the employee
 * chose.
 */
export function ratePriority(text: string, chosen: Urgency): Rated {
  const found = findSigns(text)
  const over = found.find(({ kind }) => kind === 'over')
  if (over) return { priority: 'low', reasons: [over.reason], signs: found.length, isFirm: true }

  const harm = found.flatMap((sign) => sign.impact ?? [])
  const calm = found.some(({ kind }) => kind === 'calm')
  const urgencies = found.flatMap((sign) => sign.urgency ?? [])
  const onlyWish = found.length > 0 && found.every(({ impact }) => impact === 0)
  const impact = harm.length > 0 ? Math.max(...harm) : 1
  const said = saidUrgency[chosen]
  const urgency =
    onlyWish || (calm && Math.max(0, ...urgencies) < 2) ? Math.min(said, 1) : Math.max(said, ...urgencies)
  const reasons = found.map(({ reason }) => reason)
  if (chosen !== 'normal') reasons.push(`the employee chose urgency "${chosen}"`)
  return {
    priority: matrix[impact]?.[urgency] ?? 'medium',
    reasons:
      reasons.length > 0 ? reasons.slice(0, 6) : ['nothing in the text suggests more or less than usual'],
    signs: found.length,
    isFirm: found.some(isFirm),
  }
}

const isFirm = ({ impact = 0, urgency = 0, kind }: Evidence) =>
  kind !== undefined || impact === 3 || (impact > 1 && urgency === 3)
