import type { TicketAnswer } from '../../../shared/http/answers.ts'
import { RatingForm } from '../forms.tsx'

/** Asks the requester of a resolved ticket how it went. Others see what they chose. */
export function RatingBox({ ticket, may }: TicketAnswer) {
  const { rating, rateableUntil } = ticket
  if (may.rate && rateableUntil && Date.parse(rateableUntil) > Date.now())
    return (
      <section id="rate" aria-label="Your rating" className="panel p-4 sm:p-5">
        <RatingForm key={ticket.resolution?.at} ticket={ticket} />
      </section>
    )
  if (!rating) return null
  return (
    <p className="text-muted px-1 text-sm wrap-anywhere">
      Rated {rating.score} of 5 by {ticket.requester.name}
      {rating.comment && `: “${rating.comment}”`}
    </p>
  )
}
