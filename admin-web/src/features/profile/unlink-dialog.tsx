import type { HandleKind } from '../../../../core/users/handles/handles.ts'
import { FormProblem } from '../../shared/forms/form-problem.tsx'
import { toast } from '../../shared/toasts/toasts.ts'
import { ConfirmDialog } from '../../shared/ui/confirm-dialog.tsx'
import { chatWords } from './chat-words.ts'
import { useUnlink } from './use-unlink.ts'

export function UnlinkDialog({ kind, onClose }: { kind: HandleKind; onClose: () => void }) {
  const { name, unlinked } = chatWords[kind]
  const unlink = useUnlink(kind, () => {
    toast('success', `${name} is unlinked.`)
    onClose()
  })
  return (
    <ConfirmDialog
      title={`Unlink ${name}?`}
      action="Unlink it"
      pending={unlink.isPending}
      onConfirm={() => unlink.mutate()}
      onClose={onClose}
    >
      <FormProblem error={unlink.error} />
      <p>{unlinked}</p>
    </ConfirmDialog>
  )
}
