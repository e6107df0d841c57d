import type { ReactNode } from 'react'
import { useMissingChunk } from '../../shared/chunks/load-chunk.ts'
import { useReachable } from '../../shared/http/reachable.ts'
import { useLiveState } from '../../shared/live/live-state.ts'
import { Icon } from '../../shared/ui/icon.tsx'

/** What is wrong with the page as it stands: the connection, or a part that couldn't be loaded. */
export function Notes() {
  const missing = useMissingChunk()
  const trouble = useTrouble()
  return (
    <div role="status" className="flex w-full flex-col gap-2">
      {trouble && <Note>{trouble}</Note>}
      {missing && (
        <Note>
          Part of this page couldn’t be loaded. Deskbridge may have been updated. What you typed is kept.{' '}
          <button type="button" className="link pointer-events-auto" onClick={() => window.location.reload()}>
            Reload
          </button>
        </Note>
      )}
    </div>
  )
}

function useTrouble(): string | null {
  const reachable = useReachable()
  const live = useLiveState()
  if (reachable === 'offline') return 'You’re offline. What you type is kept.'
  if (reachable === 'failing') return 'The desk isn’t answering. What you see may be out of date.'
  if (live === 'lost') return 'Live updates are unavailable. This page refreshes every 15 seconds.'
  return live === 'reconnecting' ? 'Reconnecting to the desk…' : null
}

const Note = ({ children }: { children: ReactNode }) => (
  <p className="panel flex items-start gap-2 px-3 py-2 text-sm shadow-lg">
    <Icon name="alert" className="mt-0.5 size-4 shrink-0 text-warning" />
    <span className="min-w-0">{children}</span>
  </p>
)
