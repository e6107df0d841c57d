import type { ReactNode } from 'react'
import { Link } from 'react-router'
import type { TicketSummary } from '../../shared/http/answers.ts'
import { TimeAgo } from '../../shared/time/time-ago.tsx'
import { Avatar } from '../../shared/ui/avatar.tsx'
import { PriorityBadge } from './priority-badge.tsx'
import { StatusBadge } from './status-badge.tsx'
import { surfaceWords } from './words.ts'

/** One ticket of a list: the whole row opens it, `action` stands above that link. */
export function TicketRow({ ticket, action }: { ticket: TicketSummary; action?: ReactNode }) {
  return (
    <li className="relative flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3 first:rounded-t-box last:rounded-b-box hover:bg-base-200 sm:flex-nowrap">
      <div className="min-w-0 grow basis-full sm:basis-auto">
        <Link
          to={`/tickets/${ticket.id}`}
          className="font-medium after:absolute after:inset-0 focus-visible:outline-none focus-visible:after:rounded-box focus-visible:after:outline-2 focus-visible:after:-outline-offset-2 focus-visible:after:outline-primary"
        >
          <span className="text-muted mr-2 font-normal tabular-nums">#{ticket.number}</span>
          <span className="wrap-anywhere">{ticket.title}</span>
        </Link>
        <Facts ticket={ticket} />
      </div>
      {ticket.assignee && <Assignee name={ticket.assignee.name} claimed={ticket.status !== 'open'} />}
      <div className="ml-auto flex items-center gap-3">
        <PriorityBadge priority={ticket.priority} />
        <StatusBadge status={ticket.status} />
        {action && <div className="relative z-10">{action}</div>}
      </div>
    </li>
  )
}

const Facts = ({ ticket: { requester, category, source, createdAt } }: { ticket: TicketSummary }) => (
  <p className="text-muted flex flex-wrap gap-x-1.5 text-sm">
    <span>{requester.name}</span>
    <span aria-hidden="true">·</span>
    {category && (
      <>
        <span>{category}</span>
        <span aria-hidden="true">·</span>
      </>
    )}
    <span>
      <TimeAgo at={createdAt} /> from {surfaceWords[source]}
    </span>
  </p>
)

const Assignee = ({ name, claimed }: { name: string; claimed: boolean }) => (
  <span
    className="flex shrink-0 items-center gap-2 text-sm"
    title={claimed ? `${name} has it` : `Assigned to ${name}, not claimed yet`}
  >
    <Avatar name={name} className={`size-6 text-[0.625rem] ${claimed ? '' : 'opacity-70'}`} />
    <span className="max-w-32 truncate">
      <span className="sr-only">{claimed ? 'Claimed by ' : 'Assigned to '}</span>
      {name}
    </span>
  </span>
)
