import type { ApiKeyView } from '../../shared/http/answers.ts'
import { ConfirmDialog } from '../../shared/ui/confirm-dialog.tsx'
import { useRevokeApiKey } from './use-api-keys.ts'

export function RevokeDialog({ apiKey, onClose }: { apiKey: ApiKeyView; onClose: () => void }) {
  const revoke = useRevokeApiKey(onClose)
  return (
    <ConfirmDialog
      title={`Revoke “${apiKey.name}”?`}
      action="Revoke it"
      pending={revoke.isPending}
      onConfirm={() => revoke.mutate(apiKey)}
      onClose={onClose}
    >
      <p>Programs that use it are refused from now on. It can not be brought back.</p>
    </ConfirmDialog>
  )
}
