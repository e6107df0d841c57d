import type { CannedReplyView } from '../../../../core/canned-replies/canned-reply-view.ts'
import { TimeAgo } from '../../shared/time/time-ago.tsx'

type CannedReplyRowProps = { reply: CannedReplyView; onEdit: () => void; onDelete: () => void }

export const CannedReplyRow = ({ reply, onEdit, onDelete }: CannedReplyRowProps) => (
  <li className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3">
    <div className="min-w-0 flex-1 basis-60">
      <p className="font-medium wrap-anywhere">{reply.name}</p>
      <p className="text-muted line-clamp-2 text-sm whitespace-pre-line wrap-anywhere">{reply.text}</p>
      <p className="text-muted text-xs wrap-anywhere">
        Changed by {reply.changedBy.name} <TimeAgo at={reply.changedAt} />
      </p>
    </div>
    <div className="flex flex-wrap gap-2">
      <button
        type="button"
        className="btn btn-plain btn-sm"
        aria-label={`Edit ${reply.name}`}
        onClick={onEdit}
      >
        Edit
      </button>
      <button
        type="button"
        className="btn btn-plain btn-sm"
        aria-label={`Delete ${reply.name}`}
        onClick={onDelete}
      >
        Delete
      </button>
    </div>
  </li>
)
