import type { TicketView } from '../../../shared/http/answers.ts'
import { ConfirmDialog } from '../../../shared/ui/confirm-dialog.tsx'
import { useDelete } from './use-delete.ts'

export function DeleteDialog({ ticket, onClose }: { ticket: TicketView; onClose: () => void }) {
  const remove = useDelete(ticket.id, ticket.number)
  return (
    <ConfirmDialog
      title={`Delete #${ticket.number}?`}
      action="Delete ticket"
      pending={remove.isPending}
      onConfirm={() => remove.mutate(undefined, { onError: onClose })}
      onClose={onClose}
    >
      <p>
        “<bdi>{ticket.title}</bdi>” and its conversation are deleted for everyone, in Slack and Discord too.
        Its number is not used again. This can’t be undone.
      </p>
    </ConfirmDialog>
  )
}
