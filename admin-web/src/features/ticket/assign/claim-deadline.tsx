import type { TicketView } from '../../../shared/http/answers.ts'
import { TimeAgo } from '../../../shared/time/time-ago.tsx'
import { useNow } from '../../../shared/time/use-now.ts'

/** Until when an assigned ticket must be claimed, and who did not claim it before. */
export function ClaimDeadline({ ticket: { status, assignee, assignment } }: { ticket: TicketView }) {
  const now = useNow()
  if (status !== 'open' || !assignment) return null
  const { claimBy, lapsed = [] } = assignment
  return (
    <div className="text-muted mt-3 space-y-3 text-sm wrap-anywhere empty:hidden">
      {assignee && claimBy && (
        <p>
          {Date.parse(claimBy) > now ? (
            <>
              Goes to the next person <TimeAgo at={claimBy} /> unless somebody claims it.
            </>
          ) : (
            'Goes to the next person who can take it: nobody claimed it in time.'
          )}
        </p>
      )}
      {lapsed.length > 0 && <p>Did not claim it in time: {lapsed.map(({ name }) => name).join(', ')}.</p>}
    </div>
  )
}
