import { EmptyState } from '../../shared/ui/empty-state.tsx'
import { Page } from '../../shared/ui/page.tsx'
import { FilterBar } from './filters/filter-bar.tsx'
import { NoMatchingTickets } from './filters/no-matching-tickets.tsx'
import { useTicketFilters } from './filters/use-ticket-filters.ts'
import { headings } from './list/headings.ts'
import { TicketList } from './list/ticket-list.tsx'
import { useTicketList } from './list/use-ticket-list.ts'
import { allStatusFilters, statusesFor } from './status/status-filter.ts'
import { StatusTabs } from './status/status-tabs.tsx'
import { useStatusFilter } from './status/use-status-filter.ts'
import { useTicketCounts } from './status/use-ticket-counts.ts'

export function AllTicketsPage() {
  const [status, choose] = useStatusFilter('active', allStatusFilters)
  const filters = useTicketFilters()
  const list = useTicketList({ ...statusesFor(status), params: filters.params })
  const counts = useTicketCounts({ params: filters.params })
  return (
    <Page {...headings.all}>
      <FilterBar from={filters} people />
      <div className="mb-3">
        <StatusTabs
          label="Status"
          value={status}
          offered={allStatusFilters}
          counts={counts}
          onChange={choose}
        />
      </div>
      <TicketList
        from={list}
        label="All tickets"
        empty={
          filters.any ? <NoMatchingTickets q={filters.filters.q} onClear={filters.clear} /> : <NoTickets />
        }
      />
    </Page>
  )
}

const NoTickets = () => (
  <EmptyState icon="layers" title="No tickets here">
    <p>
      People file tickets with /ticket in Slack or in this console. Choose All to include resolved tickets.
    </p>
  </EmptyState>
)
