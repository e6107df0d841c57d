import { EmptyState } from '../../shared/ui/empty-state.tsx'
import { Page } from '../../shared/ui/page.tsx'
import { Segmented } from '../../shared/ui/segmented.tsx'
import { statusesFor, statusFilters } from './status-filter.ts'
import { TicketList } from './ticket-list.tsx'
import { useStatusFilter } from './use-status-filter.ts'
import { useTicketList } from './use-ticket-list.ts'

export function AllTicketsPage() {
  const [filter, choose] = useStatusFilter('active')
  const list = useTicketList(statusesFor(filter))
  return (
    <Page
      title="All tickets"
      lead="Every ticket of the desk, newest first."
      actions={<Segmented label="Status" value={filter} options={statusFilters} onChange={choose} />}
    >
      <TicketList
        from={list}
        label="All tickets"
        empty={
          <EmptyState icon="layers" title="No tickets here">
            <p>
              They come from Slack with /ticket, or from this console. Choose All above to see settled ones
              too.
            </p>
          </EmptyState>
        }
      />
    </Page>
  )
}
