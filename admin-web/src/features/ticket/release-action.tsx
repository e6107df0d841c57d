import { Icon } from '../../shared/ui/icon.tsx'
import { useTicketAction } from './use-ticket-action.ts'

export function ReleaseAction({ id }: { id: string }) {
  const release = useTicketAction(id, 'release')
  return (
    <button
      type="button"
      className="btn btn-plain btn-sm"
      disabled={release.isPending}
      onClick={() => release.mutate()}
    >
      <Icon name="undo" className="size-4" />
      Release
    </button>
  )
}
