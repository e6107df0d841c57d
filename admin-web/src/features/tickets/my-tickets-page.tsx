import { Link } from 'react-router'
import { EmptyState } from '../../shared/ui/empty-state.tsx'
import { Page } from '../../shared/ui/page.tsx'
import { Segmented } from '../../shared/ui/segmented.tsx'
import { type StatusFilter, statusesFor, statusFilters } from './status-filter.ts'
import { TicketList } from './ticket-list.tsx'
import { useStatusFilter } from './use-status-filter.ts'
import { useTicketList } from './use-ticket-list.ts'

export function MyTicketsPage() {
  const [filter, choose] = useStatusFilter('all')
  const list = useTicketList({ view: 'mine', ...statusesFor(filter) })
  return (
    <Page
      title="My tickets"
      lead="What you have asked the desk for."
      actions={<Segmented label="Status" value={filter} options={statusFilters} onChange={choose} />}
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
