import { useEffect, useRef } from 'react'
import { useLocation } from 'react-router'

/** After a navigation the keyboard and the screen reader start at the new page, not at the link that was clicked. */
export function useFocusOnArrival() {
  const main = useRef<HTMLElement>(null)
  const { pathname } = useLocation()
  const left = useRef(pathname)

  useEffect(() => {
    if (left.current === pathname) return
    left.current = pathname
    main.current?.focus({ preventScroll: true })
  }, [pathname])

  return main
}
