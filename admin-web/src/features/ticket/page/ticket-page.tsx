import { useParams } from 'react-router'
import { ProblemState } from '../../../shared/ui/problem-state.tsx'
import { isGone, useTicket } from '../use-ticket.ts'
import { GoneTicket } from './gone-ticket.tsx'
import { TicketScreen } from './ticket-screen.tsx'
import { TicketSkeleton } from './ticket-skeleton.tsx'

export function TicketPage() {
  const { id = '' } = useParams()
  const answer = useTicket(id)
  if (isGone(answer.error)) return <GoneTicket number={answer.data?.ticket.number} />
  if (answer.data) return <TicketScreen key={id} {...answer.data} />
  if (answer.isError)
    return (
      <div className="mx-auto max-w-5xl px-4 py-8">
        <ProblemState error={answer.error} onRetry={answer.refetch} />
      </div>
    )
  return <TicketSkeleton />
}
