import { useSyncExternalStore } from 'react'

/** How often to look when nobody tells us. */
const slowPollMs = 15_000

/** Whether the desk tells this page what changes; `lost`: it should, and doesn't for some seconds. */
export type LiveState = 'live' | 'connecting' | 'lost'

let state: LiveState = 'connecting'
const listeners = new Set<() => void>()

export function setLiveState(now: LiveState) {
  if (now === state) return
  state = now
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void) {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

export const useLiveState = () => useSyncExternalStore(subscribe, () => state)

/** For `refetchInterval` of what the stream tells of: only looked for while the stream is not to be had. */
export const useLivePoll = () => (useLiveState() === 'live' ? false : slowPollMs)
