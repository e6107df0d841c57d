import { errorMessage } from '../../../shared/http/problem.ts'

/** Somebody else has changed the ticket since this edit started. */
export function EditConflict({ reason, onReload }: { reason: unknown; onReload: () => void }) {
  return (
    <div role="alert" className="alert alert-soft alert-warning flex flex-wrap justify-between">
      <div className="min-w-0">
        <p className="font-medium">{errorMessage(reason)}</p>
        <p>Reload the ticket to compare it with your version. What you typed is kept.</p>
      </div>
      <button type="button" className="btn btn-plain btn-sm" onClick={onReload}>
        Reload ticket
      </button>
    </div>
  )
}
