import type { ReactNode } from 'react'

type DialogButtonsProps = { onCancel: () => void; children: ReactNode }

/** The last row of a dialog: Cancel, then the button that does what the dialog is for. */
export const DialogButtons = ({ onCancel, children }: DialogButtonsProps) => (
  <div className="modal-action">
    <button type="button" className="btn btn-plain" onClick={onCancel}>
      Cancel
    </button>
    {children}
  </div>
)
