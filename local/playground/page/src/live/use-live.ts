import { createContext, use, useSyncExternalStore } from 'react'
import type { Live } from './live.ts'

export const LiveContext = createContext<Live | null>(null)

export function useLive(): Live {
  const live = use(LiveContext)
  if (!live) throw new Error('There is no connection around.')
  return live
}

/** What the server last said. */
export function useLiveState() {
  const live = useLive()
  return useSyncExternalStore(live.subscribe, live.state)
}
