import type { Status } from '../../../../core/tickets/ticket.ts'
import { statusWords } from './words.ts'

const tones: Record<Status, string> = {
  open: 'badge-info',
  in_progress: 'badge-primary',
  waiting: 'badge-warning',
  resolved: 'badge-success',
  closed: 'badge-neutral badge-ghost',
}

export function StatusBadge({ status }: { status: Status }) {
  return (
    <span className={`badge badge-soft whitespace-nowrap ${tones[status]}`}>
      <span aria-hidden="true" className="size-1.5 rounded-full bg-current" />
      {statusWords[status]}
    </span>
  )
}
