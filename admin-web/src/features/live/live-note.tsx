import { useLiveState } from '../../shared/live/live-state.ts'
import { Icon } from '../../shared/ui/icon.tsx'

/** Shown while the stream is lost: what the page shows may be some seconds old. */
export function LiveNote() {
  const lost = useLiveState() === 'lost'
  return (
    <div role="status" className="pointer-events-none fixed bottom-4 left-4 z-30">
      {lost && (
        <p className="panel flex items-center gap-2 px-3 py-2 text-sm shadow-lg">
          <Icon name="alert" className="size-4 text-warning" />
          Live updates are unavailable. This page refreshes every 15 seconds.
        </p>
      )}
    </div>
  )
}
