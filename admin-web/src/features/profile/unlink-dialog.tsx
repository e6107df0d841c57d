import type { HandleKind } from '../../../../core/users/handles/handles.ts'
import { FormProblem } from '../../shared/forms/form-problem.tsx'
import { channelNames } from '../../shared/surfaces/channel-words.ts'
import { toast } from '../../shared/toasts/toasts.ts'
import { ConfirmDialog } from '../../shared/ui/confirm-dialog.tsx'
import { chatWords } from './chat-words.ts'
import { useUnlink } from './use-unlink.ts'

export function UnlinkDialog({ kind, onClose }: { kind: HandleKind; onClose: () => void }) {
  const name = channelNames[kind]
  const unlink = useUnlink(kind, () => {
    toast('success', `${name} unlinked`)
    onClose()
  })
  return (
    <ConfirmDialog
      title={`Unlink ${name}?`}
      action={`Unlink ${name}`}
      pending={unlink.isPending}
      onConfirm={() => unlink.mutate()}
      onClose={onClose}
    >
      <FormProblem error={unlink.error} />
      <p>{chatWords[kind].unlinked}</p>
    </ConfirmDialog>
  )
}
