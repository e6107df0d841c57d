import type { TicketView } from '../../../shared/http/answers.ts'
import { ConfirmDialog } from '../../../shared/ui/confirm-dialog.tsx'
import { useDelete } from './use-delete.ts'

export function DeleteDialog({ ticket, onClose }: { ticket: TicketView; onClose: () => void }) {
  const remove = useDelete(ticket.id, ticket.number)
  return (
    <ConfirmDialog
      title={`Delete #${ticket.number}?`}
      action="Delete for good"
      pending={remove.isPending}
      onConfirm={() => remove.mutate(undefined, { onError: onClose })}
      onClose={onClose}
    >
      <p>
        “{ticket.title}” and its conversation are gone for everybody, in Slack and Discord too. Its number is
        never used again. This can not be undone.
      </p>
    </ConfirmDialog>
  )
}
