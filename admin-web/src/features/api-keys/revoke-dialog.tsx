import type { ApiKeyView } from '../../shared/http/answers.ts'
import { ConfirmDialog } from '../../shared/ui/confirm-dialog.tsx'
import { useRevokeApiKey } from './use-api-keys.ts'

export function RevokeDialog({ apiKey, onClose }: { apiKey: ApiKeyView; onClose: () => void }) {
  const revoke = useRevokeApiKey(onClose)
  return (
    <ConfirmDialog
      title={`Revoke “${apiKey.name}”?`}
      action="Revoke key"
      pending={revoke.isPending}
      onConfirm={() => revoke.mutate(apiKey)}
      onClose={onClose}
    >
      <p>Programs that use this key lose access at once. This can’t be undone.</p>
    </ConfirmDialog>
  )
}
