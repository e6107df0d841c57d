import { Fragment, type ReactNode } from 'react'
import type { TicketSummary } from '../../shared/http/answers.ts'
import { LoadMore } from '../../shared/ui/load-more.tsx'
import { ProblemState } from '../../shared/ui/problem-state.tsx'
import { SkeletonRows } from '../../shared/ui/skeleton-rows.tsx'
import { stretchesOf } from './stretches.ts'
import { TicketRow } from './ticket-row.tsx'
import type { useTicketList } from './use-ticket-list.ts'

type TicketListProps = {
  from: ReturnType<typeof useTicketList>
  label: string
  empty: ReactNode
  hide?: (ticket: TicketSummary) => boolean
  action?: (ticket: TicketSummary) => ReactNode
}

/** A list of tickets in all its states: loading, failed, empty, and page after page, in parts where its order has some. */
export function TicketList({ from: { list, tickets, sort }, label, empty, hide, action }: TicketListProps) {
  if (!tickets) {
    if (list.isError) return <ProblemState error={list.error} onRetry={list.refetch} />
    return <SkeletonRows />
  }
  const shown = hide ? tickets.filter((ticket) => !hide(ticket)) : tickets
  return (
    <>
      {shown.length === 0 ? (
        list.hasNextPage ? (
          <p className="text-muted text-center">Nothing found so far.</p>
        ) : (
          empty
        )
      ) : (
        stretchesOf(shown, sort).map((stretch) => (
          <Fragment key={stretch.tickets[0]?.id}>
            {stretch.label && (
              <p aria-hidden className="mt-5 mb-2 font-semibold wrap-anywhere first:mt-0">
                {stretch.label}
              </p>
            )}
            <ul
              aria-label={stretch.label ? `${label}: ${stretch.label}` : label}
              className="panel divide-y divide-base-300"
            >
              {stretch.tickets.map((ticket) => (
                <TicketRow key={ticket.id} ticket={ticket} action={action?.(ticket)} />
              ))}
            </ul>
          </Fragment>
        ))
      )}
      <LoadMore more={list.hasNextPage} loading={list.isFetchingNextPage} onMore={list.fetchNextPage} />
    </>
  )
}
