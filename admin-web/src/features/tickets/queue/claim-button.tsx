import type { TicketSummary } from '../../../shared/http/answers.ts'
import { useTicketAction } from '../../../shared/tickets/use-ticket-action.ts'

export function ClaimButton({ ticket: { id, number } }: { ticket: TicketSummary }) {
  const claim = useTicketAction(id, 'claim')
  return (
    <button
      type="button"
      className="btn btn-primary btn-outline btn-sm aria-disabled:opacity-60"
      aria-label={`Claim #${number}`}
      aria-disabled={claim.isPending}
      onClick={() => claim.isPending || claim.mutate()}
    >
      Claim
    </button>
  )
}
