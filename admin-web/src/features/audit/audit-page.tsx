import { useUrlFilters } from '../../shared/filters/use-url-filters.ts'
import { EmptyState } from '../../shared/ui/empty-state.tsx'
import { LoadMore } from '../../shared/ui/load-more.tsx'
import { Page } from '../../shared/ui/page.tsx'
import { ProblemState } from '../../shared/ui/problem-state.tsx'
import { SkeletonRows } from '../../shared/ui/skeleton-rows.tsx'
import { AuditFilterBar } from './audit-filter-bar.tsx'
import { AuditRow } from './audit-row.tsx'
import { auditFilterNames, useAudit } from './use-audit.ts'

export function AuditPage() {
  const { values, set, clear, any } = useUrlFilters(auditFilterNames)
  const { list, entries } = useAudit(values)
  return (
    <Page title="Audit log" lead="What admins did, and who signed in. Nobody can change it.">
      <AuditFilterBar filters={values} onChange={set} />
      {entries?.length === 0 ? (
        <EmptyState icon="scroll" title="Nothing of this kind happened">
          {any && (
            <button type="button" className="btn btn-plain" onClick={clear}>
              Clear the filters
            </button>
          )}
        </EmptyState>
      ) : entries ? (
        <ul aria-label="Audit log" className="panel divide-y divide-base-300">
          {entries.map((entry) => (
            <AuditRow key={entry.id} entry={entry} />
          ))}
        </ul>
      ) : list.isError ? (
        <ProblemState error={list.error} onRetry={list.refetch} />
      ) : (
        <SkeletonRows />
      )}
      <LoadMore more={list.hasNextPage} loading={list.isFetchingNextPage} onMore={list.fetchNextPage} />
    </Page>
  )
}
