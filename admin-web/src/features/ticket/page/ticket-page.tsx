import { useDeferredValue } from 'react'
import { useParams } from 'react-router'
import { ProblemState } from '../../../shared/ui/problem-state.tsx'
import { useMarkRead } from '../use-mark-read.ts'
import { isGone, useTicket } from '../use-ticket.ts'
import { GoneTicket } from './gone-ticket.tsx'
import { TicketScreen } from './ticket-screen.tsx'
import { TicketSkeleton } from './ticket-skeleton.tsx'

export function TicketPage() {
  const { id = '' } = useParams()
  const answer = useTicket(id)
  const gone = isGone(answer.error)
  useMarkRead(id, answer.data?.ticket.version)
  // rendered in small steps, between which the page reacts
  const shown = useDeferredValue(answer.data)
  if (shown) return <TicketScreen key={shown.ticket.id} {...shown} lost={gone} />
  if (gone) return <GoneTicket id={id} />
  if (answer.isError)
    return (
      <div className="mx-auto max-w-5xl px-4 py-8">
        <ProblemState error={answer.error} onRetry={answer.refetch} />
      </div>
    )
  return <TicketSkeleton />
}
