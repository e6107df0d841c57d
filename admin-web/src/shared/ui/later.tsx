import { type ReactNode, useDeferredValue } from 'react'

/**
 * Renders what comes after the first view in a step of its own, so that a slow phone can show the first view and react
 * to a touch before the rest is ready.
 */
export function Later({ children }: { children: ReactNode }) {
  return useDeferredValue(true, false) ? children : null
}
