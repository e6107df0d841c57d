import { Dialog } from '../../shared/ui/dialog.tsx'
import { NewKeyForm } from './new-key-form.tsx'
import { NewSecret } from './new-secret.tsx'
import { useCreateApiKey } from './use-api-keys.ts'

/** Creates a key and shows its secret once. */
export function NewKeyDialog({ onClose }: { onClose: () => void }) {
  const create = useCreateApiKey()
  return (
    <Dialog
      title={create.data ? `Key “${create.data.key.name}” created` : 'Create API key'}
      onClose={onClose}
    >
      {create.data ? (
        <NewSecret secret={create.data.secret} onDone={onClose} />
      ) : (
        <NewKeyForm create={create} onCancel={onClose} />
      )}
    </Dialog>
  )
}
