import { useId, useState } from 'react'
import { maxRatingComment, scores } from '../../../../../core/tickets/rating.ts'
import type { TicketView } from '../../../shared/http/answers.ts'
import { useRate } from './use-rate.ts'

const words: Record<number, string> = { 1: '1 (poor)', 5: '5 (great)' }

/** Five scores, of which one press is enough, and a comment for whoever wants to add one. */
export function RatingForm({ ticket: { id, rating } }: { ticket: Pick<TicketView, 'id' | 'rating'> }) {
  const rate = useRate(id)
  const [comment, setComment] = useState(rating?.comment ?? '')
  const field = useId()
  return (
    <form
      className="space-y-3"
      onSubmit={(event) => {
        event.preventDefault()
        if (rating && !rate.isPending) rate.mutate({ score: rating.score, comment })
      }}
    >
      <fieldset className="space-y-2">
        <legend className="font-semibold">{rating ? 'Your rating' : 'How did we do?'}</legend>
        <div className="flex flex-wrap gap-2">
          {scores.map((score) => (
            <button
              key={score}
              type="button"
              className={`btn btn-sm ${score === rating?.score ? 'btn-primary' : 'btn-plain'}`}
              aria-pressed={score === rating?.score}
              aria-disabled={rate.isPending}
              onClick={() => rate.isPending || rate.mutate({ score })}
            >
              {words[score] ?? score}
            </button>
          ))}
        </div>
      </fieldset>
      {rating && (
        <div className="space-y-2">
          <label htmlFor={field} className="block text-sm font-medium">
            Comment (optional)
          </label>
          <textarea
            id={field}
            className="textarea w-full"
            rows={2}
            maxLength={maxRatingComment}
            value={comment}
            onChange={(event) => setComment(event.target.value)}
          />
          <button type="submit" className="btn btn-plain btn-sm" aria-disabled={rate.isPending}>
            Save comment
          </button>
        </div>
      )}
    </form>
  )
}
