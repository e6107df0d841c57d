import { createContext, type ReactNode, use, useEffect, useState } from 'react'

type Around = {
  /** Menus and dialogs open inside it, so that they look like the client and cover nothing else. */
  layer: HTMLElement | null
  setCovered: (isCovered: boolean) => void
}

const PaneContext = createContext<Around>({ layer: null, setCovered: () => {} })

/** Where menus and dialogs of the client around are put. */
export const usePane = () => use(PaneContext).layer

/** Keeps what is below a dialog out of reach while the dialog is there. */
export function useCover(isOpen: boolean) {
  const { setCovered } = use(PaneContext)
  useEffect(() => {
    if (!isOpen) return
    setCovered(true)
    return () => setCovered(false)
  }, [isOpen, setCovered])
}

type Props = { className: string; contentClass: string; label: string; children: ReactNode }

/** One client on the page, such as Slack's. */
export function Pane({ className, contentClass, label, children }: Props) {
  const [layer, setLayer] = useState<HTMLElement | null>(null)
  const [isCovered, setCovered] = useState(false)
  return (
    <section className={`pane ${className}`} aria-label={label}>
      <PaneContext value={{ layer, setCovered }}>
        <div className={`pane-content ${contentClass}`} inert={isCovered}>
          {children}
        </div>
        <div ref={setLayer} />
      </PaneContext>
    </section>
  )
}
