import type { ReactNode } from 'react'

type DialogButtonsProps = { onCancel: () => void; children: ReactNode }

/** The last row of a dialog, in view while the rest scrolls: Cancel, then the button that does what the dialog is for. */
export const DialogButtons = ({ onCancel, children }: DialogButtonsProps) => (
  <div className="modal-action sticky -bottom-5 z-10 -mx-5 -mb-5 bg-base-100 px-5 pt-3 pb-5 sm:-bottom-6 sm:-mx-6 sm:-mb-6 sm:px-6 sm:pb-6">
    <button type="button" className="btn btn-plain" onClick={onCancel}>
      Cancel
    </button>
    {children}
  </div>
)
