import { useState } from 'react'
import type { CannedReplyView } from '../../../../core/canned-replies/canned-reply-view.ts'
import { useCannedReplies } from '../../shared/canned-replies/use-canned-replies.ts'
import { EmptyState } from '../../shared/ui/empty-state.tsx'
import { Page } from '../../shared/ui/page.tsx'
import { ProblemState } from '../../shared/ui/problem-state.tsx'
import { SkeletonRows } from '../../shared/ui/skeleton-rows.tsx'
import { CannedReplyDialog } from './canned-reply-dialog.tsx'
import { CannedReplyRow } from './canned-reply-row.tsx'
import { DeleteCannedReplyDialog } from './delete-canned-reply-dialog.tsx'

type Open = { dialog: 'edit'; reply: CannedReplyView | null } | { dialog: 'delete'; reply: CannedReplyView }

/** The texts that moderators and admins share to answer with. */
export function CannedRepliesPage() {
  const asked = useCannedReplies()
  const [open, setOpen] = useState<Open | null>(null)
  const close = () => setOpen(null)
  return (
    <Page
      title="Canned replies"
      lead="Texts to answer with, for all moderators and admins. On Discord, /macro sends them."
      actions={
        <button
          type="button"
          className="btn btn-primary"
          onClick={() => setOpen({ dialog: 'edit', reply: null })}
        >
          Add a canned reply
        </button>
      }
    >
      {asked.data ? (
        <Replies replies={asked.data} onOpen={setOpen} />
      ) : asked.isError ? (
        <ProblemState error={asked.error} onRetry={asked.refetch} />
      ) : (
        <SkeletonRows />
      )}
      {open?.dialog === 'edit' && <CannedReplyDialog reply={open.reply} onClose={close} />}
      {open?.dialog === 'delete' && <DeleteCannedReplyDialog reply={open.reply} onClose={close} />}
    </Page>
  )
}

function Replies({ replies, onOpen }: { replies: CannedReplyView[]; onOpen: (open: Open) => void }) {
  if (replies.length === 0)
    return (
      <EmptyState icon="reply" title="No canned replies yet">
        <p>Add one for what you often answer.</p>
      </EmptyState>
    )
  return (
    <ul aria-label="Canned replies" className="panel divide-y divide-base-300">
      {replies.map((reply) => (
        <CannedReplyRow
          key={reply.id}
          reply={reply}
          onEdit={() => onOpen({ dialog: 'edit', reply })}
          onDelete={() => onOpen({ dialog: 'delete', reply })}
        />
      ))}
    </ul>
  )
}
