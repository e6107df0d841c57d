import type { TicketAnswer } from '../../../shared/http/answers.ts'
import { useMe } from '../../../shared/session/use-me.ts'
import { surfaceWords } from '../../../shared/surfaces/surface-words.ts'
import { PriorityBadge } from '../../../shared/tickets/priority-badge.tsx'
import { StatusBadge } from '../../../shared/tickets/status-badge.tsx'
import { TimeAgo } from '../../../shared/time/time-ago.tsx'
import { TicketActions } from '../actions/ticket-actions.tsx'

export function TicketHeader({ ticket, may, lost }: TicketAnswer & { lost: boolean }) {
  const mine = useMe().id === ticket.requester.id
  return (
    <header>
      <h1 dir="auto" className="text-xl font-semibold tracking-tight wrap-anywhere sm:text-2xl">
        <span className="text-muted me-2 font-normal tabular-nums">#{ticket.number}</span>
        {ticket.title}
      </h1>
      <div className="mt-2 flex flex-wrap items-center gap-x-3 gap-y-3">
        <StatusBadge status={ticket.status} />
        <PriorityBadge priority={ticket.priority} />
        <span className="text-muted grow text-sm">
          <bdi>{mine ? 'You' : ticket.requester.name}</bdi> filed this <TimeAgo at={ticket.createdAt} /> from{' '}
          {surfaceWords[ticket.source]}
        </span>
        <TicketActions ticket={ticket} may={may} lost={lost} />
      </div>
    </header>
  )
}
