import { useSyncExternalStore } from 'react'

const wide = matchMedia('(min-width: 1024px)')

function subscribe(listener: () => void) {
  wide.addEventListener('change', listener)
  return () => wide.removeEventListener('change', listener)
}

/** Whether two clients fit side by side. */
export const useIsWide = () => useSyncExternalStore(subscribe, () => wide.matches)
