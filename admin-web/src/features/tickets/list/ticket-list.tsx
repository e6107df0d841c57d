import { Fragment, type ReactNode } from 'react'
import type { TicketSummary } from '../../../shared/http/answers.ts'
import { PagedList, Rows } from '../../../shared/ui/paged-list.tsx'
import { groupsOf } from './ticket-groups.ts'
import { TicketRow } from './ticket-row.tsx'
import type { useTicketList } from './use-ticket-list.ts'

type TicketListProps = {
  from: ReturnType<typeof useTicketList>
  label: string
  empty: ReactNode
  hide?: (ticket: TicketSummary) => boolean
  action?: (ticket: TicketSummary) => ReactNode
}

/** A list of tickets, in groups when it is sorted by a person. */
export function TicketList({ from: { list, tickets, sort }, label, empty, hide, action }: TicketListProps) {
  const shown = hide ? tickets?.filter((ticket) => !hide(ticket)) : tickets
  return (
    <PagedList list={list} rows={shown} empty={empty}>
      {(rows) =>
        groupsOf(rows, sort).map((group) => (
          <Fragment key={group.tickets[0]?.id}>
            {group.label && (
              <p aria-hidden className="mt-5 mb-2 font-semibold wrap-anywhere first:mt-0">
                {group.label}
              </p>
            )}
            <Rows label={group.label ? `${label}: ${group.label}` : label}>
              {group.tickets.map((ticket) => (
                <TicketRow key={ticket.id} ticket={ticket} action={action?.(ticket)} />
              ))}
            </Rows>
          </Fragment>
        ))
      }
    </PagedList>
  )
}
