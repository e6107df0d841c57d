import type { TicketAnswer } from '../../../shared/http/answers.ts'
import { Panel } from '../../../shared/ui/panel.tsx'
import { ProblemState } from '../../../shared/ui/problem-state.tsx'
import { SkeletonRows } from '../../../shared/ui/skeleton-rows.tsx'
import { Composer } from '../forms.tsx'
import { ClosedNote } from './closed-note.tsx'
import { Comment } from './comment.tsx'
import { useComments } from './use-comments.ts'

/** @param lost this person can no longer see the ticket */
export function Conversation({ ticket, may, lost }: TicketAnswer & { lost: boolean }) {
  const comments = useComments(ticket)
  return (
    <Panel title="Conversation">
      {comments.data ? (
        <ol aria-live="polite" aria-relevant="additions" className="space-y-4">
          {comments.data.map((comment) => (
            <Comment key={comment.id} ticket={ticket} comment={comment} lost={lost} />
          ))}
        </ol>
      ) : comments.isError ? (
        <ProblemState error={comments.error} onRetry={comments.refetch} />
      ) : (
        <SkeletonRows rows={2} />
      )}
      {comments.data?.length === 0 && <p className="text-muted">No messages yet</p>}
      {ticket.status === 'closed' && <ClosedNote ticket={ticket} />}
      {!comments.isPending && <Composer ticket={ticket} may={may} lost={lost} />}
    </Panel>
  )
}
