import { type ReactNode, useEffect, useRef } from 'react'

type ScrollAreaProps = { label: string; className?: string; children: ReactNode }

/** Scrolls sideways what is wider than its place. It takes the focus only then, so that the arrow keys scroll it. */
export function ScrollArea({ label, className = '', children }: ScrollAreaProps) {
  const area = useRef<HTMLElement>(null)
  useEffect(() => {
    const element = area.current
    if (!element) return
    const update = () => {
      if (element.scrollWidth > element.clientWidth) element.tabIndex = 0
      else element.removeAttribute('tabindex')
    }
    const observer = new ResizeObserver(update)
    for (const one of [element, ...element.children]) observer.observe(one)
    return () => observer.disconnect()
  }, [])
  return (
    <figure ref={area} aria-label={label} className={`overflow-x-auto ${className}`}>
      {children}
    </figure>
  )
}
