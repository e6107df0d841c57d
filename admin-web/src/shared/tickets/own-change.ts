import { useSyncExternalStore } from 'react'

type OwnChange = { underWay: boolean /** how many have started or ended */; count: number }

let current: OwnChange = { underWay: false, count: 0 }
let running = 0
const listeners = new Set<() => void>()

function set(change: 1 | -1) {
  running += change
  current = { underWay: running > 0, count: current.count + 1 }
  for (const listener of listeners) listener()
}

/** Marks the start of a change that this person makes, until its result is read again. @returns its end */
export function startOwnChange() {
  set(1)
  return () => set(-1)
}

function subscribe(listener: () => void) {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

/** Whether this person is changing tickets: then lists follow at once. */
export const useOwnChange = () => useSyncExternalStore(subscribe, () => current)
