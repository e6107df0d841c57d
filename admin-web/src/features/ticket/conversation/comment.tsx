import { useState } from 'react'
import { FileList } from '../../../shared/files/file-list.tsx'
import type { CommentView, TicketView } from '../../../shared/http/answers.ts'
import { MarkdownView } from '../../../shared/markdown/markdown-view.tsx'
import { placeWords } from '../../../shared/surfaces/surface-words.ts'
import { TimeAgo } from '../../../shared/time/time-ago.tsx'
import { Avatar } from '../../../shared/ui/avatar.tsx'
import { Icon } from '../../../shared/ui/icon.tsx'
import { CommentEditor } from '../forms.tsx'
import { CommentActions } from './comment-actions.tsx'
import { EarlierVersions } from './earlier-versions.tsx'

type CommentProps = { ticket: TicketView; comment: CommentView; lost: boolean }

/** A message. Internal notes look different, since the requester never sees them. */
export function Comment({ ticket, comment, lost }: CommentProps) {
  const [editing, edit] = useState(false)
  const { author, fromRequester, body, files, visibility, surface, createdAt, editedAt, edits } = comment
  const internal = visibility === 'internal'
  return (
    <li className="below-fold flex gap-3">
      <Avatar name={author.name} className="mt-0.5 size-8 text-xs max-sm:hidden" />
      <div className={`min-w-0 grow rounded-box px-4 py-3 ${internal ? 'note' : 'border border-base-300'}`}>
        <div className="mb-1 flex items-start gap-2 text-sm">
          <p className="flex min-w-0 grow flex-wrap items-center gap-x-2">
            <bdi className="min-w-0 font-semibold wrap-anywhere">{author.name}</bdi>
            {fromRequester && <span className="badge badge-soft badge-sm">Requester</span>}
            {internal && (
              <span className="flex items-center gap-1 font-medium text-warning">
                <Icon name="lock" className="size-3.5" />
                Internal note
              </span>
            )}
            <span className="text-muted">
              <TimeAgo at={createdAt} /> {placeWords[surface]}
              {editedAt && ', edited'}
            </span>
          </p>
          {!lost && <CommentActions ticket={ticket} comment={comment} onEdit={() => edit(true)} />}
        </div>
        {editing ? (
          <CommentEditor ticket={ticket.id} comment={comment} onClose={() => edit(false)} />
        ) : comment.deleted ? (
          <p className="text-muted italic">Deleted by {comment.deleted.by.name}</p>
        ) : (
          body && <MarkdownView text={body} />
        )}
        <FileList files={files} />
        <EarlierVersions edits={edits} />
      </div>
    </li>
  )
}
