import { createContext, type ReactNode, use, useState } from 'react'

const PaneContext = createContext<HTMLElement | null>(null)

/** The element of the client around: menus and dialogs open inside it, so that they look like it and cover nothing else. */
export const usePane = () => use(PaneContext)

/** One client on the page, such as Slack's. */
export function Pane({
  className,
  label,
  children,
}: {
  className: string
  label: string
  children: ReactNode
}) {
  const [element, setElement] = useState<HTMLElement | null>(null)
  return (
    <section className={`pane ${className}`} aria-label={label} ref={setElement}>
      <PaneContext value={element}>{children}</PaneContext>
    </section>
  )
}
