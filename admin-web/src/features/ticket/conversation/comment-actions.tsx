import { useState } from 'react'
import type { CommentView, TicketView } from '../../../shared/http/answers.ts'
import { useMe } from '../../../shared/session/use-me.ts'
import { ConfirmDialog } from '../../../shared/ui/confirm-dialog.tsx'
import { Icon } from '../../../shared/ui/icon.tsx'
import { useDeleteComment } from './use-change-comment.ts'

type CommentActionsProps = { ticket: TicketView; comment: CommentView; onEdit: () => void }

/** Authors edit and delete their messages until the ticket is closed; admins delete any message. */
export function CommentActions({ ticket, comment, onEdit }: CommentActionsProps) {
  const [asking, ask] = useState(false)
  const me = useMe()
  const remove = useDeleteComment(ticket.id, comment)
  const isOwn = comment.author.id === me.id && ticket.status !== 'closed'
  if (comment.deleted || !(isOwn || me.role === 'admin')) return null
  return (
    <div className="flex">
      {isOwn && (
        <button type="button" className="btn btn-ghost btn-xs" aria-label="Edit message" onClick={onEdit}>
          <Icon name="edit" className="size-4" />
        </button>
      )}
      <button
        type="button"
        className="btn btn-ghost btn-xs"
        aria-label={`Delete message from ${comment.author.name}`}
        onClick={() => ask(true)}
      >
        <Icon name="trash" className="size-4" />
      </button>
      {asking && (
        <ConfirmDialog
          title="Delete this message?"
          action="Delete message"
          pending={remove.isPending}
          onConfirm={() => remove.mutate(undefined, { onSettled: () => ask(false) })}
          onClose={() => ask(false)}
        >
          <p>
            Its text and files are removed for everyone, in Slack and Discord too. The conversation shows that
            a message was deleted.
          </p>
        </ConfirmDialog>
      )}
    </div>
  )
}
