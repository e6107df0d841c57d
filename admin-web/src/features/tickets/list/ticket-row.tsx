import { memo, type ReactNode } from 'react'
import { Link } from 'react-router'
import type { ListedTicketView } from '../../../shared/http/answers.ts'
import { useMe } from '../../../shared/session/use-me.ts'
import { surfaceWords } from '../../../shared/surfaces/surface-words.ts'
import { PriorityBadge } from '../../../shared/tickets/priority-badge.tsx'
import { StatusBadge } from '../../../shared/tickets/status-badge.tsx'
import { TimeAgo } from '../../../shared/time/time-ago.tsx'
import { RowAssignee } from './row-assignee.tsx'
import { RowConversation } from './row-conversation.tsx'

type TicketRowProps = {
  ticket: ListedTicketView
  /** the list no longer has it: it keeps its place until the reader moves on */
  gone?: boolean
  action?: ((ticket: ListedTicketView) => ReactNode) | undefined
}

/**
 * One ticket in a list. The whole row is a link; `action` lies above it. Only rows that changed are rendered again, as a
 * list is whenever a count or the stream's state changes.
 */
export const TicketRow = memo(({ ticket, gone = false, action }: TicketRowProps) => {
  return (
    <div
      className={`relative grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-4 gap-y-2 rounded-[inherit] px-4 py-3 hover:bg-base-200/70 md:grid-cols-[minmax(0,1fr)_9.5rem_5.5rem_7rem_auto] ${gone ? 'opacity-60' : ''}`}
    >
      <div className="min-w-0 max-md:contents">
        <div className="min-w-0">
          <Link
            to={`/tickets/${ticket.id}`}
            className={`${ticket.unread ? 'font-bold' : 'font-medium'} ${wholeRow}`}
          >
            {ticket.unread && <Unread />}
            <span className="text-muted mr-2 font-normal tabular-nums">#{ticket.number}</span>
            <bdi className="wrap-anywhere">{ticket.title}</bdi>
          </Link>
          {gone ? <p className="text-sm">No longer in this list</p> : <Facts ticket={ticket} />}
        </div>
        <RowConversation ticket={ticket} className={`${wholeWidth} max-md:-mt-2`} />
      </div>
      <div className={`flex flex-wrap items-center gap-x-4 gap-y-1 md:contents ${wholeWidth}`}>
        <RowAssignee ticket={ticket} />
        <span className="flex empty:hidden md:col-start-3">
          <PriorityBadge priority={ticket.priority} />
        </span>
        <span className="flex md:col-start-4">
          <StatusBadge status={ticket.status} />
        </span>
      </div>
      {action && <div className="relative z-10 md:w-16 md:text-right">{gone ? null : action(ticket)}</div>}
    </div>
  )
})

const Unread = () => (
  <>
    <span aria-hidden className="mr-2 inline-block size-2 rounded-full bg-primary align-middle" />
    <span className="sr-only">Unread: </span>
  </>
)

/** On a narrow screen, below the title and the button. */
const wholeWidth = 'max-md:order-last max-md:col-span-full'

/** Makes the link cover its row and shows its focus around the row. */
const wholeRow =
  'after:absolute after:inset-0 focus-visible:outline-none focus-visible:after:rounded-box focus-visible:after:outline-2 focus-visible:after:-outline-offset-2 focus-visible:after:outline-primary'

function Facts({ ticket }: { ticket: ListedTicketView }) {
  const { requester, category, source, createdAt } = ticket
  const mine = useMe().id === requester.id
  return (
    <p className="text-muted text-sm">
      {!mine && (
        <>
          <bdi>{requester.name}</bdi> ·{' '}
        </>
      )}
      {category && `${category} · `}
      <TimeAgo at={createdAt} /> from {surfaceWords[source]}
    </p>
  )
}
