import { EmptyState } from '../../shared/ui/empty-state.tsx'
import { Segmented } from '../../shared/ui/segmented.tsx'
import { statusesFor, statusFilters } from '../tickets/status-filter.ts'
import { TicketList } from '../tickets/ticket-list.tsx'
import { useStatusFilter } from '../tickets/use-status-filter.ts'
import { useTicketList } from '../tickets/use-ticket-list.ts'
import { ClaimButton } from './claim-button.tsx'

export function MineSection() {
  const [filter, choose] = useStatusFilter('active')
  const list = useTicketList({ view: 'assigned', ...statusesFor(filter) })
  return (
    <section aria-labelledby="mine">
      <div className="mb-3 flex flex-wrap items-center justify-between gap-2">
        <h2 id="mine" className="text-lg font-semibold">
          Assigned to me
        </h2>
        <Segmented label="Status of my tickets" value={filter} options={statusFilters} onChange={choose} />
      </div>
      <TicketList
        from={list}
        label="Assigned to me"
        action={(ticket) => ticket.status === 'open' && <ClaimButton ticket={ticket} />}
        empty={
          <EmptyState
            icon="check"
            title={filter === 'settled' ? 'Nothing resolved yet' : 'Nothing is assigned to you'}
          >
            <p>Claim a ticket below, or in its Discord thread.</p>
          </EmptyState>
        }
      />
    </section>
  )
}
