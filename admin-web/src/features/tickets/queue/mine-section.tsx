import type { TicketSummary } from '../../../shared/http/answers.ts'
import { EmptyState } from '../../../shared/ui/empty-state.tsx'
import { NoMatchingTickets } from '../filters/no-matching-tickets.tsx'
import type { useTicketFilters } from '../filters/use-ticket-filters.ts'
import { TicketList } from '../list/ticket-list.tsx'
import type { useTicketList } from '../list/use-ticket-list.ts'
import { fewStatusFilters, type StatusFilter } from '../status/status-filter.ts'
import { StatusTabs } from '../status/status-tabs.tsx'
import { useTicketCounts } from '../status/use-ticket-counts.ts'
import { ClaimButton } from './claim-button.tsx'

const claimIfOpen = (ticket: TicketSummary) => ticket.status === 'open' && <ClaimButton ticket={ticket} />

type MineSectionProps = {
  from: ReturnType<typeof useTicketList>
  filters: ReturnType<typeof useTicketFilters>
  status: StatusFilter
  onStatus: (status: StatusFilter) => void
}

export function MineSection({ from, filters, status, onStatus }: MineSectionProps) {
  const {
    params,
    any,
    clear,
    filters: { q },
  } = filters
  const counts = useTicketCounts({ view: 'assigned', params })
  return (
    <section aria-labelledby="mine">
      <div className="mb-3 flex flex-wrap items-center justify-between gap-2">
        <h2 id="mine" className="text-lg font-semibold">
          Assigned to me
        </h2>
        <StatusTabs
          label="Status of my tickets"
          value={status}
          offered={fewStatusFilters}
          counts={counts}
          onChange={onStatus}
        />
      </div>
      <TicketList
        from={from}
        label="Assigned to me"
        action={claimIfOpen}
        empty={
          any ? (
            <NoMatchingTickets q={q} onClear={clear} />
          ) : (
            <EmptyState
              icon="check"
              title={status === 'finished' ? 'No resolved tickets' : 'No tickets assigned to you'}
            >
              <p>Claim a ticket below, or in its Discord thread.</p>
            </EmptyState>
          )
        }
      />
    </section>
  )
}
