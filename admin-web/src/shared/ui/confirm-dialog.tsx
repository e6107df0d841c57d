import type { ReactNode } from 'react'
import { Dialog } from './dialog.tsx'
import { DialogButtons } from './dialog-buttons.tsx'

type ConfirmDialogProps = {
  title: string
  action: string
  pending: boolean
  onConfirm: () => void
  onClose: () => void
  children: ReactNode
}

/** Asks before something that can't be undone. */
export function ConfirmDialog({ title, action, pending, onConfirm, onClose, children }: ConfirmDialogProps) {
  return (
    <Dialog title={title} onClose={onClose}>
      <div className="space-y-2">{children}</div>
      <DialogButtons onCancel={onClose}>
        <button type="button" className="btn btn-error" disabled={pending} onClick={onConfirm}>
          {action}
        </button>
      </DialogButtons>
    </Dialog>
  )
}
