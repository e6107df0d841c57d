import { CopyButton } from '../../shared/ui/copy-button.tsx'

/** Shows a new secret. It can't be shown later: the desk stores only its hash. */
export const NewSecret = ({ secret, onDone }: { secret: string; onDone: () => void }) => (
  <div className="space-y-4">
    <p role="status">Copy the key now. You won’t be able to see it again.</p>
    <div className="flex flex-wrap items-center gap-3 rounded-field bg-base-200 p-3">
      <code className="min-w-0 grow basis-60 text-sm wrap-anywhere select-all">{secret}</code>
      <CopyButton text={secret} />
    </div>
    <p className="text-muted text-sm">
      Send it as <code>Authorization: Bearer {secret.slice(0, 3)}…</code>
    </p>
    <div className="modal-action">
      <button type="button" className="btn btn-primary" onClick={onDone}>
        Done
      </button>
    </div>
  </div>
)
