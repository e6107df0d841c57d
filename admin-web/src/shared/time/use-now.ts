import { useSyncExternalStore } from 'react'

const tickMs = 20_000
let now = Date.now()
const listeners = new Set<() => void>()
let timer: ReturnType<typeof setInterval> | undefined

function subscribe(listener: () => void) {
  listeners.add(listener)
  timer ??= setInterval(tick, tickMs)
  return () => {
    listeners.delete(listener)
    if (listeners.size > 0) return
    clearInterval(timer)
    timer = undefined
  }
}

function tick() {
  now = Date.now()
  for (const listener of listeners) listener()
}

/** The current time in milliseconds, updated every 20 s by one timer for the whole page. */
export const useNow = () => useSyncExternalStore(subscribe, () => now)
