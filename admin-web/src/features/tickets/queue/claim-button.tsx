import type { TicketSummary } from '../../../shared/http/answers.ts'
import { useTicketAction } from '../../../shared/tickets/use-ticket-action.ts'

export function ClaimButton({ ticket: { id, number } }: { ticket: TicketSummary }) {
  const claim = useTicketAction(id, 'claim')
  return (
    <button
      type="button"
      className="btn btn-primary btn-outline btn-sm"
      aria-label={`Claim #${number}`}
      disabled={claim.isPending}
      onClick={() => claim.mutate()}
    >
      Claim
    </button>
  )
}
