import { type TicketAction, useTicketAction } from '../../../shared/tickets/use-ticket-action.ts'
import { Icon, type IconName } from '../../../shared/ui/icon.tsx'

const looks: Record<TicketAction, { label: string; icon: IconName; primary?: true }> = {
  claim: { label: 'Claim', icon: 'hand', primary: true },
  release: { label: 'Release', icon: 'undo' },
  wait: { label: 'Set to waiting', icon: 'reply' },
  reopen: { label: 'Reopen', icon: 'back' },
  close: { label: 'Close', icon: 'lock' },
  redact: { label: 'Remove secrets', icon: 'lock' },
}

/** A button for an action that needs no further input. It keeps the focus while the desk answers. */
export function ActionButton({ id, action }: { id: string; action: TicketAction }) {
  const run = useTicketAction(id, action)
  const { label, icon, primary } = looks[action]
  return (
    <button
      type="button"
      className={`btn btn-sm aria-disabled:opacity-60 ${primary ? 'btn-primary' : 'btn-plain'}`}
      aria-disabled={run.isPending}
      onClick={() => run.isPending || run.mutate()}
    >
      <Icon name={icon} className="size-4" />
      {label}
    </button>
  )
}
