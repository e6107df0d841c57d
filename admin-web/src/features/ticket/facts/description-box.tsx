import { repeatsTicketText } from '../../../../../core/tickets/repeats.ts'
import { FileList } from '../../../shared/files/file-list.tsx'
import type { TicketView } from '../../../shared/http/answers.ts'
import { MarkdownView } from '../../../shared/markdown/markdown-view.tsx'
import { Panel } from '../../../shared/ui/panel.tsx'
import { AnswersList } from './answers-list.tsx'

/** The requester's description. For staff also the summary, unless it says nothing new, and triage's notes. */
export function DescriptionBox({ ticket, staff }: { ticket: TicketView; staff: boolean }) {
  return (
    <Panel title="Description">
      <MarkdownView text={ticket.description} />
      <FileList files={ticket.files} />
      <AnswersList fields={ticket.fields} />
      {staff && ticket.summary && !repeatsTicketText(ticket.summary, ticket) && (
        <div className="mt-5 border-t border-base-300 pt-4">
          <h3 className="text-muted mb-1 text-sm font-medium">Summary</h3>
          <MarkdownView text={ticket.summary} />
        </div>
      )}
      {ticket.notes && (
        <details className="mt-4 rounded-field bg-base-200 px-4 py-3" open={ticket.status === 'open'}>
          <summary className="cursor-pointer text-sm font-medium">Triage notes</summary>
          <div className="mt-2 text-[0.9em]">
            <MarkdownView text={ticket.notes} />
          </div>
        </details>
      )}
    </Panel>
  )
}
