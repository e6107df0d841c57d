import type { CannedReplyView } from '../../../../core/canned-replies/canned-reply-view.ts'
import { FormProblem } from '../../shared/forms/form-problem.tsx'
import { toast } from '../../shared/toasts/toasts.ts'
import { ConfirmDialog } from '../../shared/ui/confirm-dialog.tsx'
import { useDeleteCannedReply } from './use-edit-canned-replies.ts'

type DeleteCannedReplyDialogProps = { reply: CannedReplyView; onClose: () => void }

export function DeleteCannedReplyDialog({ reply, onClose }: DeleteCannedReplyDialogProps) {
  const remove = useDeleteCannedReply(reply, () => {
    toast('success', `“${reply.name}” deleted`)
    onClose()
  })
  return (
    <ConfirmDialog
      title={`Delete “${reply.name}”?`}
      action="Delete"
      pending={remove.isPending}
      onConfirm={() => remove.mutate()}
      onClose={onClose}
    >
      <FormProblem error={remove.error} fields={[]} />
      <p>Nobody can use it any more. Answers that were sent with it stay.</p>
    </ConfirmDialog>
  )
}
