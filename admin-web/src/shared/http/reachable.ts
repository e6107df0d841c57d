import { useSyncExternalStore } from 'react'
import { isProblem } from './problem.ts'

let failing = false
const listeners = new Set<() => void>()

function setFailing(now: boolean) {
  if (now === failing) return
  failing = now
  for (const listener of listeners) listener()
}

/** Notes that the desk has answered. */
export const noteAnswer = () => setFailing(false)

/** Notes that a request failed: a refusal is an answer too. */
export const noteFailure = (error: unknown) =>
  setFailing(isProblem(error) && (error.status === 0 || error.status >= 500))

function subscribe(listener: () => void) {
  const events = ['online', 'offline']
  listeners.add(listener)
  for (const event of events) window.addEventListener(event, listener)
  return () => {
    listeners.delete(listener)
    for (const event of events) window.removeEventListener(event, listener)
  }
}

const current = () => (navigator.onLine ? (failing ? 'failing' : 'reachable') : 'offline')

/** `offline`: this device has no connection. `failing`: the desk's last answer was an error, or none came. */
export const useReachable = () => useSyncExternalStore(subscribe, current)
