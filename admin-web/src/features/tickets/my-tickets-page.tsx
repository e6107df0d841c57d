import { Link } from 'react-router'
import { EmptyState } from '../../shared/ui/empty-state.tsx'
import { Page } from '../../shared/ui/page.tsx'
import { TicketList } from './list/ticket-list.tsx'
import { useTicketList } from './list/use-ticket-list.ts'
import { fewStatusFilters, type StatusFilter, statusesFor } from './status/status-filter.ts'
import { StatusTabs } from './status/status-tabs.tsx'
import { useStatusFilter } from './status/use-status-filter.ts'
import { useTicketCounts } from './status/use-ticket-counts.ts'

export function MyTicketsPage() {
  const [filter, choose] = useStatusFilter('all', fewStatusFilters)
  const list = useTicketList({ view: 'mine', ...statusesFor(filter) })
  const counts = useTicketCounts({ view: 'mine' })
  return (
    <Page
      title="My tickets"
      lead="What you have asked the desk for."
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
      <TicketList from={list} label="My tickets" empty={<NoTickets filter={filter} />} />
    </Page>
  )
}

const NoTickets = ({ filter }: { filter: StatusFilter }) =>
  filter === 'all' ? (
    <EmptyState icon="ticket" title="You have not filed anything yet">
      <p>
        Something broken, or something you need? File it here, or type <code>/ticket</code> in Slack.
      </p>
      <Link to="/tickets/new" className="btn btn-primary">
        File a ticket
      </Link>
    </EmptyState>
  ) : (
    <EmptyState
      icon="ticket"
      title={filter === 'active' ? 'Nothing of yours is open' : 'Nothing of yours is resolved yet'}
    >
      <p>Choose All above to see every ticket you have filed.</p>
    </EmptyState>
  )
