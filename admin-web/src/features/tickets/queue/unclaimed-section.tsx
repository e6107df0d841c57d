import { useMe } from '../../../shared/session/use-me.ts'
import { EmptyState } from '../../../shared/ui/empty-state.tsx'
import { NoMatches } from '../filters/no-matches.tsx'
import type { useTicketFilters } from '../filters/use-ticket-filters.ts'
import { TicketList } from '../list/ticket-list.tsx'
import { useTicketList } from '../list/use-ticket-list.ts'
import { ClaimButton } from './claim-button.tsx'

type UnclaimedSectionProps = { filters: ReturnType<typeof useTicketFilters> }

/** Unclaimed tickets, except those already listed under "Assigned to me". */
export function UnclaimedSection({ filters: { params, any, clear } }: UnclaimedSectionProps) {
  const me = useMe()
  const list = useTicketList({ view: 'queue', params })
  return (
    <section aria-labelledby="unclaimed">
      <h2 id="unclaimed" className="mb-3 text-lg font-semibold">
        Unclaimed
      </h2>
      <TicketList
        from={list}
        label="Unclaimed"
        hide={(ticket) => ticket.assignee?.id === me.id}
        action={(ticket) => <ClaimButton ticket={ticket} />}
        empty={
          any ? (
            <NoMatches onClear={clear} />
          ) : (
            <EmptyState icon="queue" title="The queue is empty">
              <p>New tickets appear here as people file them.</p>
            </EmptyState>
          )
        }
      />
    </section>
  )
}
