import type { Status } from '../../../../core/tickets/ticket-values.ts'
import { statusWords } from './ticket-words.ts'

const tones: Record<Status, string> = {
  open: 'badge-soft badge-info',
  in_progress: 'badge-soft badge-primary',
  waiting: 'badge-soft badge-warning',
  resolved: 'badge-soft badge-success',
  closed: 'border-transparent bg-base-300',
}

export function StatusBadge({ status }: { status: Status }) {
  return (
    <span className={`badge whitespace-nowrap ${tones[status]}`}>
      <span aria-hidden="true" className="size-1.5 rounded-full bg-current" />
      {statusWords[status]}
    </span>
  )
}
