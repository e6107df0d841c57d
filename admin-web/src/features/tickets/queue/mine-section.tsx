import { EmptyState } from '../../../shared/ui/empty-state.tsx'
import { NoMatches } from '../filters/no-matches.tsx'
import type { useTicketFilters } from '../filters/use-ticket-filters.ts'
import { TicketList } from '../list/ticket-list.tsx'
import { useTicketList } from '../list/use-ticket-list.ts'
import { fewStatusFilters, statusesFor } from '../status/status-filter.ts'
import { StatusTabs } from '../status/status-tabs.tsx'
import { useStatusFilter } from '../status/use-status-filter.ts'
import { useTicketCounts } from '../status/use-ticket-counts.ts'
import { ClaimButton } from './claim-button.tsx'

type MineSectionProps = { filters: ReturnType<typeof useTicketFilters> }

export function MineSection({ filters: { params, any, clear } }: MineSectionProps) {
  const [filter, choose] = useStatusFilter('active', fewStatusFilters)
  const list = useTicketList({ view: 'assigned', ...statusesFor(filter), params })
  const counts = useTicketCounts({ view: 'assigned', params })
  return (
    <section aria-labelledby="mine">
      <div className="mb-3 flex flex-wrap items-center justify-between gap-2">
        <h2 id="mine" className="text-lg font-semibold">
          Assigned to me
        </h2>
        <StatusTabs
          label="Status of my tickets"
          value={filter}
          offered={fewStatusFilters}
          counts={counts}
          onChange={choose}
        />
      </div>
      <TicketList
        from={list}
        label="Assigned to me"
        action={(ticket) => ticket.status === 'open' && <ClaimButton ticket={ticket} />}
        empty={
          any ? (
            <NoMatches onClear={clear} />
          ) : (
            <EmptyState
              icon="check"
              title={filter === 'finished' ? 'No resolved tickets' : 'No tickets assigned to you'}
            >
              <p>Claim a ticket below, or in its Discord thread.</p>
            </EmptyState>
          )
        }
      />
    </section>
  )
}
