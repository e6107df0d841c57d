import { Dialog } from '../../shared/ui/dialog.tsx'
import { RecoveryCodes } from './recovery-codes.tsx'
import { useRenewCodes } from './use-second-factor.ts'
import { WithCodeForm } from './with-code-form.tsx'

export function RenewDialog({ onClose }: { onClose: () => void }) {
  const renew = useRenewCodes()
  return (
    <Dialog title="New recovery codes" onClose={onClose}>
      {renew.data ? (
        <RecoveryCodes codes={renew.data.recoveryCodes} onDone={onClose} />
      ) : (
        <WithCodeForm
          action="Make new codes"
          pending={renew.isPending}
          error={renew.error}
          onSubmit={renew.mutate}
          onCancel={onClose}
        >
          <p>Your earlier recovery codes stop working.</p>
        </WithCodeForm>
      )}
    </Dialog>
  )
}
