import { useMemo } from 'react'
import type { TicketSummary } from '../../../shared/http/answers.ts'
import { useMe } from '../../../shared/session/use-me.ts'
import { EmptyState } from '../../../shared/ui/empty-state.tsx'
import { NoMatchingTickets } from '../filters/no-matching-tickets.tsx'
import type { useTicketFilters } from '../filters/use-ticket-filters.ts'
import { TicketList } from '../list/ticket-list.tsx'
import type { useTicketList } from '../list/use-ticket-list.ts'
import { ClaimButton } from './claim-button.tsx'

const claim = (ticket: TicketSummary) => <ClaimButton ticket={ticket} />

type UnclaimedSectionProps = {
  from: ReturnType<typeof useTicketList>
  filters: ReturnType<typeof useTicketFilters>
}

/** Unclaimed tickets, except those already listed under "Assigned to me". */
export function UnclaimedSection({ from, filters: { any, clear, filters } }: UnclaimedSectionProps) {
  const me = useMe()
  const tickets = useMemo(
    () => from.tickets?.filter((ticket) => ticket.assignee?.id !== me.id),
    [from.tickets, me.id],
  )
  return (
    <section aria-labelledby="unclaimed">
      <h2 id="unclaimed" className="mb-3 text-lg font-semibold">
        Unclaimed
      </h2>
      <TicketList
        from={{ ...from, tickets }}
        label="Unclaimed"
        action={claim}
        empty={
          any ? (
            <NoMatchingTickets q={filters.q} onClear={clear} />
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
