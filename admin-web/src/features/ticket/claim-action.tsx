import { Icon } from '../../shared/ui/icon.tsx'
import { useTicketAction } from './use-ticket-action.ts'

export function ClaimAction({ id }: { id: string }) {
  const claim = useTicketAction(id, 'claim')
  return (
    <button
      type="button"
      className="btn btn-primary btn-sm"
      disabled={claim.isPending}
      onClick={() => claim.mutate()}
    >
      <Icon name="hand" className="size-4" />
      Claim
    </button>
  )
}
