import { type ReactNode, useDeferredValue } from 'react'
import { Page } from '../../../shared/ui/page.tsx'
import { SkeletonRows } from '../../../shared/ui/skeleton-rows.tsx'
import { FilterBar } from '../filters/filter-bar.tsx'
import { useTicketFilters } from '../filters/use-ticket-filters.ts'
import { headings } from '../list/headings.ts'
import { useTicketList } from '../list/use-ticket-list.ts'
import { fewStatusFilters, statusesFor } from '../status/status-filter.ts'
import { useStatusFilter } from '../status/use-status-filter.ts'
import { MineSection } from './mine-section.tsx'
import { UnclaimedSection } from './unclaimed-section.tsx'

type QueuePageProps = {
  /** what stands above the lists, and whether it is still unknown */
  above: ReactNode
  waits: boolean
}

/** All parts appear together, so that none pushes another. */
export function QueuePage({ above, waits }: QueuePageProps) {
  const filters = useTicketFilters()
  const [status, chooseStatus] = useStatusFilter('active', fewStatusFilters)
  const { params } = filters
  // Resolved tickets are looked for by their date, so only active ones have the queue's order.
  const order: Record<string, string> = status === 'active' ? { sort: 'queue' } : {}
  const mine = useTicketList({ view: 'assigned', ...statusesFor(status), params: { ...order, ...params } })
  const unclaimed = useTicketList({ view: 'queue', params })
  const waiting = waits || [mine, unclaimed].some(({ list, tickets }) => !tickets && !list.isError)
  // rendered in small steps, between which the page reacts
  const loading = useDeferredValue(waiting)
  return (
    <Page {...headings.queue}>
      <FilterBar from={filters} people defaultSort="queue" />
      {loading ? (
        <SkeletonRows rows={6} />
      ) : (
        <div className="space-y-8">
          {above}
          <MineSection from={mine} filters={filters} status={status} onStatus={chooseStatus} />
          <UnclaimedSection from={unclaimed} filters={filters} />
        </div>
      )}
    </Page>
  )
}
