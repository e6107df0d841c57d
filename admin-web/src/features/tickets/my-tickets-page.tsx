import { Link } from 'react-router'
import { EmptyState } from '../../shared/ui/empty-state.tsx'
import { Page } from '../../shared/ui/page.tsx'
import { FilterBar } from './filters/filter-bar.tsx'
import { NoMatchingTickets } from './filters/no-matching-tickets.tsx'
import { useTicketFilters } from './filters/use-ticket-filters.ts'
import { headings } from './list/headings.ts'
import { TicketList } from './list/ticket-list.tsx'
import { useTicketList } from './list/use-ticket-list.ts'
import { fewStatusFilters, type StatusFilter, statusesFor } from './status/status-filter.ts'
import { StatusTabs } from './status/status-tabs.tsx'
import { useStatusFilter } from './status/use-status-filter.ts'
import { useTicketCounts } from './status/use-ticket-counts.ts'

export function MyTicketsPage() {
  const [filter, choose] = useStatusFilter('all', fewStatusFilters)
  const filters = useTicketFilters()
  const { params } = filters
  const list = useTicketList({ view: 'mine', ...statusesFor(filter), params })
  const counts = useTicketCounts({ view: 'mine', params })
  return (
    <Page
      {...headings.mine}
      actions={
        <StatusTabs
          label="Status"
          value={filter}
          offered={fewStatusFilters}
          counts={counts}
          onChange={choose}
        />
      }
    >
      <FilterBar from={filters} />
      <TicketList
        from={list}
        label="My tickets"
        empty={
          filters.any ? (
            <NoMatchingTickets q={filters.filters.q} onClear={filters.clear} />
          ) : (
            <NoTickets filter={filter} />
          )
        }
      />
    </Page>
  )
}

const NoTickets = ({ filter }: { filter: StatusFilter }) =>
  filter === 'all' ? (
    <EmptyState icon="ticket" title="You haven’t filed any tickets yet">
      <p>
        Something broken, or something you need? File a ticket here, or type <code>/ticket</code> in Slack.
      </p>
      <Link to="/tickets/new" className="btn btn-primary">
        File a ticket
      </Link>
    </EmptyState>
  ) : (
    <EmptyState icon="ticket" title={filter === 'active' ? 'No active tickets' : 'No resolved tickets'}>
      <p>Choose All to see every ticket you filed.</p>
    </EmptyState>
  )
