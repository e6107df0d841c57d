import { type ReactNode, useEffect, useId, useRef } from 'react'
import { Icon } from './icon.tsx'

type DialogProps = { title: string; wide?: boolean; onClose: () => void; children: ReactNode }

/** A modal on the browser's own dialog element, which traps the focus. Escape calls `onClose`. Open while it is rendered. */
export function Dialog({ title, wide = false, onClose, children }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  const heading = useId()

  useEffect(() => {
    const opened = dialog.current
    opened?.showModal()
    return () => opened?.close()
  }, [])

  return (
    <dialog
      ref={dialog}
      aria-labelledby={heading}
      className="modal modal-bottom sm:modal-middle"
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
    >
      <div className={`modal-box scroll-pb-24 p-5 sm:p-6 ${wide ? 'sm:max-w-2xl' : ''}`}>
        <div className="mb-4 flex items-start justify-between gap-4">
          <h2 id={heading} className="text-lg font-semibold">
            {title}
          </h2>
          <button
            type="button"
            aria-label="Close"
            className="btn btn-ghost btn-sm btn-square -mt-1 -mr-2"
            onClick={onClose}
          >
            <Icon name="close" />
          </button>
        </div>
        {children}
      </div>
    </dialog>
  )
}
