import type { AuditPage } from '../../shared/http/answers.ts'
import { usePages } from '../../shared/http/use-pages.ts'
import { endOfDay, isDay, startOfDay } from '../../shared/time/days.ts'

export const auditFilterNames = ['actor', 'actorName', 'action', 'from', 'to'] as const
export type AuditFilters = Record<(typeof auditFilterNames)[number], string>

/** The audit log, newest first. @param filters from the address; days in the reader's time zone */
export function useAudit({ actor, action, from, to }: AuditFilters) {
  const params = {
    ...(actor ? { actor } : {}),
    ...(action ? { action } : {}),
    ...(isDay(from) ? { from: startOfDay(from) } : {}),
    ...(isDay(to) ? { to: endOfDay(to) } : {}),
  }
  const list = usePages<AuditPage>(['audit'], '/api/audit', { params })
  return { list, entries: list.data?.pages.flatMap((page) => page.entries) }
}
