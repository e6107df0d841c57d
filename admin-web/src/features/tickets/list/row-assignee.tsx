import type { TicketSummary } from '../../../shared/http/answers.ts'
import { Avatar } from '../../../shared/ui/avatar.tsx'

/** The assignee, in a dashed circle until they claim the ticket. Without one the column stays empty. */
export function RowAssignee({ ticket: { assignee, status } }: { ticket: TicketSummary }) {
  if (!assignee) return <span className="max-md:hidden" />
  const claimed = status !== 'open'
  return (
    <span
      className="flex min-w-0 items-center gap-2 text-sm"
      title={claimed ? `Claimed by ${assignee.name}` : `Assigned to ${assignee.name}, not claimed yet`}
    >
      <Avatar
        name={assignee.name}
        className={`size-6 text-[0.625rem] ${claimed ? '' : 'outline-1 outline-offset-1 outline-dashed outline-base-content/40'}`}
      />
      <span className={`truncate ${claimed ? '' : 'text-muted'}`}>
        <span className="sr-only">{claimed ? 'Claimed by ' : 'Assigned to '}</span>
        {assignee.name}
      </span>
    </span>
  )
}
