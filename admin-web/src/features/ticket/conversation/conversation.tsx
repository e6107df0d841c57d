import { memo, useDeferredValue } from 'react'
import type { CommentView, TicketAnswer, TicketView } from '../../../shared/http/answers.ts'
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
  const shown = useDeferredValue(comments.data)
  return (
    <Panel title="Conversation">
      {shown ? (
        <Comments ticket={ticket} comments={shown} lost={lost} />
      ) : comments.isError ? (
        <ProblemState error={comments.error} onRetry={comments.refetch} />
      ) : (
        <SkeletonRows rows={2} />
      )}
      {shown?.length === 0 && <p className="text-muted">No messages yet</p>}
      {ticket.status === 'closed' && <ClosedNote ticket={ticket} />}
      {(shown || comments.isError) && <Composer ticket={ticket} may={may} lost={lost} />}
    </Panel>
  )
}

type CommentsProps = { ticket: TicketView; comments: CommentView[]; lost: boolean }

const Comments = memo(({ ticket, comments, lost }: CommentsProps) => (
  <ol aria-live="polite" aria-relevant="additions" className="space-y-4">
    {comments.map((comment) => (
      <Comment key={comment.id} ticket={ticket} comment={comment} lost={lost} />
    ))}
  </ol>
))
