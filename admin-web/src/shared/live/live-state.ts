import { useSyncExternalStore } from 'react'

/** How often to poll while the stream is down. */
const slowPollMs = 15_000

/** The state of the stream; `reconnecting`: it broke off and does not come back at once; `lost`: it has failed for some seconds. */
export type LiveState = 'live' | 'connecting' | 'reconnecting' | 'lost'

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

/** The `refetchInterval` of data that the stream has events for: polled only while the stream is down. */
export const useLivePoll = () => (useLiveState() === 'live' ? false : slowPollMs)
