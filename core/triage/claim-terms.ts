import type { Desk } from '../desk.ts'
import { addTimeOnDuty } from '../users/duty/time-on-duty.ts'
import type { ClaimTerms } from './claim-deadline.ts'

/** What claim deadlines are computed from now. Null: the desk sets no claim deadlines. */
export async function claimTermsOf({
  claimMinutes,
  dutyClock,
  now,
}: Pick<Desk, 'claimMinutes' | 'dutyClock' | 'now'>): Promise<ClaimTerms | null> {
  if (claimMinutes === null) return null
  const { dutyMs, staff } = await dutyClock()
  const known = new Map<number, Date>()
  const from = now()
  const after = (ms: number) => {
    const at = known.get(ms) ?? addTimeOnDuty(staff, from, ms) ?? new Date(from.getTime() + ms)
    known.set(ms, at)
    return at
  }
  return { minutes: claimMinutes, dutyMs, after }
}
