export function DiscardChanges({ onDiscard, onKeep }: { onDiscard: () => void; onKeep: () => void }) {
  return (
    <div role="alert" className="alert alert-soft alert-warning mt-6 flex flex-wrap justify-between">
      <span>You have unsaved changes.</span>
      <span className="flex gap-2">
        <button type="button" className="btn btn-plain btn-sm" onClick={onKeep}>
          Keep editing
        </button>
        <button type="button" className="btn btn-error btn-sm" onClick={onDiscard}>
          Discard changes
        </button>
      </span>
    </div>
  )
}
