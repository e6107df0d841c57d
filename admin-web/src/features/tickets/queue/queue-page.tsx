import { Page } from '../../../shared/ui/page.tsx'
import { FilterBar } from '../filters/filter-bar.tsx'
import { useTicketFilters } from '../filters/use-ticket-filters.ts'
import { MineSection } from './mine-section.tsx'
import { UnclaimedSection } from './unclaimed-section.tsx'

export function QueuePage() {
  const filters = useTicketFilters()
  return (
    <Page title="Queue" lead="Tickets assigned to you, and tickets anyone can claim.">
      <FilterBar from={filters} />
      <div className="space-y-8">
        <MineSection filters={filters} />
        <UnclaimedSection filters={filters} />
      </div>
    </Page>
  )
}
