import { Dialog } from '../../shared/ui/dialog.tsx'
import { useTurnOff } from './use-second-factor.ts'
import { WithCodeForm } from './with-code-form.tsx'

export function TurnOffDialog({ onClose }: { onClose: () => void }) {
  const turnOff = useTurnOff(onClose)
  return (
    <Dialog title="Turn off two-step sign-in?" onClose={onClose}>
      <WithCodeForm
        action="Turn off"
        danger
        pending={turnOff.isPending}
        error={turnOff.error}
        onSubmit={turnOff.mutate}
        onCancel={onClose}
      >
        <p>Then your password alone is enough to sign in.</p>
      </WithCodeForm>
    </Dialog>
  )
}
