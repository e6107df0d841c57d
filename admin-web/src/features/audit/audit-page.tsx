import { useUrlFilters } from '../../shared/filters/use-url-filters.ts'
import { NoMatches } from '../../shared/ui/no-matches.tsx'
import { Page } from '../../shared/ui/page.tsx'
import { PagedList } from '../../shared/ui/paged-list.tsx'
import { Rows } from '../../shared/ui/rows.tsx'
import { AuditFilterBar } from './audit-filter-bar.tsx'
import { AuditRow } from './audit-row.tsx'
import { auditFilterNames, useAudit } from './use-audit.ts'

export function AuditPage() {
  const { values, set, clear, any } = useUrlFilters(auditFilterNames)
  const { list, entries } = useAudit(values)
  return (
    <Page title="Audit log" lead="Admin actions and sign-ins. Entries can’t be changed.">
      <AuditFilterBar filters={values} onChange={set} />
      <PagedList
        list={list}
        rows={entries}
        empty={<NoMatches icon="scroll" onClear={any ? clear : undefined} />}
      >
        {(shown) => (
          <Rows label="Audit log" rows={shown}>
            {(entry) => <AuditRow entry={entry} />}
          </Rows>
        )}
      </PagedList>
    </Page>
  )
}
