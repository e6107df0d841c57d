import type { TicketView } from '../../../shared/http/answers.ts'
import { Avatar } from '../../../shared/ui/avatar.tsx'
import { Panel } from '../../../shared/ui/panel.tsx'
import { progressWords } from './progress-words.ts'

/** Who looks after the ticket and what comes next, for its requester and other readers who aren't staff. */
export function ProgressBox({ ticket }: { ticket: TicketView }) {
  const [first, ...more] = progressWords(ticket)
  return (
    <Panel title="Progress">
      <div className="flex items-center gap-3">
        {ticket.assignee && <Avatar name={ticket.assignee.name} className="size-9 text-sm" />}
        <p className="min-w-0 font-medium wrap-anywhere">{first}</p>
      </div>
      {more.map((sentence) => (
        <p key={sentence} className="text-muted mt-2 text-sm">
          {sentence}
        </p>
      ))}
    </Panel>
  )
}
