import type { UserView } from '../../shared/http/answers.ts'
import { ConfirmDialog } from '../../shared/ui/confirm-dialog.tsx'
import { useResetSecondFactor } from './use-reset-second-factor.ts'

export function ResetSecondFactorDialog({ user, onClose }: { user: UserView; onClose: () => void }) {
  const reset = useResetSecondFactor(onClose)
  return (
    <ConfirmDialog
      title={`Reset two-step sign-in of ${user.name}?`}
      action="Reset two-step sign-in"
      pending={reset.isPending}
      onConfirm={() => reset.mutate(user)}
      onClose={onClose}
    >
      <p>They are signed out everywhere, can sign in with their password alone, and get a mail about it.</p>
      <p>Make sure that it is really {user.name} who asks: call them, or meet them.</p>
    </ConfirmDialog>
  )
}
