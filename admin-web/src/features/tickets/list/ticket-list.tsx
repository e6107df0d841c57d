import { Fragment, type ReactNode } from 'react'
import type { ListedTicketView } from '../../../shared/http/answers.ts'
import { PagedList } from '../../../shared/ui/paged-list.tsx'
import { Rows } from '../../../shared/ui/rows.tsx'
import { Correction } from './correction.tsx'
import { NewRowsButton } from './new-rows-button.tsx'
import { groupsOf } from './ticket-groups.ts'
import { TicketRow } from './ticket-row.tsx'
import { useStableRows } from './use-stable-rows.ts'
import type { useTicketList } from './use-ticket-list.ts'

type TicketListProps = {
  from: ReturnType<typeof useTicketList>
  label: string
  empty: ReactNode
  /** what can be done with a row; the same function at each render */
  action?: (ticket: ListedTicketView) => ReactNode
}

/** A list of tickets, in groups when it is sorted by a person. Rows stay in their places until the reader moves on. */
export function TicketList({
  from: { list, tickets, asked, corrected },
  label,
  empty,
  action,
}: TicketListProps) {
  const held = useStableRows(JSON.stringify(asked), tickets, list.hasNextPage)
  return (
    <PagedList list={list} rows={held.rows} empty={empty}>
      {(rows) => (
        <>
          {corrected && <Correction from={asked?.q ?? ''} to={corrected} />}
          <NewRowsButton waiting={held.waiting} onShow={held.show} />
          {groupsOf(rows, asked?.sort).map((group) => (
            <Fragment key={group.id}>
              {group.label && (
                <p aria-hidden className="mt-5 mb-2 font-semibold wrap-anywhere first:mt-0">
                  {group.label}
                </p>
              )}
              <Rows label={group.label ? `${label}: ${group.label}` : label} rows={group.tickets}>
                {(ticket) => <TicketRow ticket={ticket} gone={held.gone.has(ticket.id)} action={action} />}
              </Rows>
            </Fragment>
          ))}
        </>
      )}
    </PagedList>
  )
}
