import { useLayoutEffect, useRef } from 'react'

const nearEnd = 80

/** Keeps a list at its end while its reader is there, and begins at the end of another. @param place names the list */
export function useStickToEnd(place: string) {
  const list = useRef<HTMLDivElement>(null)
  const shown = useRef({ place: '', isAtEnd: true })
  useLayoutEffect(() => {
    const element = list.current
    if (!element || (shown.current.place === place && !shown.current.isAtEnd)) return
    element.scrollTop = element.scrollHeight
    shown.current = { place, isAtEnd: true }
  })
  const onScroll = () => {
    const element = list.current
    if (element)
      shown.current.isAtEnd = element.scrollHeight - element.scrollTop - element.clientHeight < nearEnd
  }
  return { list, onScroll }
}
