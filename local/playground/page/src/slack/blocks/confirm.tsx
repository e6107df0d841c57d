import type { ConfirmationDialog } from '@slack/types'
import { useState } from 'react'
import { PaneDialog } from '../../shared/pane-dialog.tsx'
import { TextObject } from '../text/text-object.tsx'

/**
 * Asks first, where the element has a confirmation dialog:
 * https://docs.slack.dev/reference/block-kit/composition-objects/confirmation-dialog-object
 * @returns what to call when the element is pressed, and the dialog to render beside it
 */
export function useConfirm(confirm: ConfirmationDialog | undefined, act: () => void) {
  const [isOpen, setOpen] = useState(false)
  const press = () => (confirm ? setOpen(true) : act())
  const dialog = confirm && (
    <ConfirmDialog
      confirm={confirm}
      isOpen={isOpen}
      onDeny={() => setOpen(false)}
      onConfirm={() => {
        setOpen(false)
        act()
      }}
    />
  )
  return { press, dialog }
}

type Props = { confirm: ConfirmationDialog; isOpen: boolean; onDeny: () => void; onConfirm: () => void }

const ConfirmDialog = ({ confirm, isOpen, onDeny, onConfirm }: Props) => (
  <PaneDialog
    isOpen={isOpen}
    onClose={onDeny}
    className="s-modal s-confirm"
    title={confirm.title?.text ?? ''}
  >
    <p className="s-confirm-text">{confirm.text && <TextObject text={confirm.text} />}</p>
    <footer className="s-modal-foot">
      <button type="button" className="s-button s-large" onClick={onDeny}>
        {confirm.deny?.text ?? 'No'}
      </button>
      <button
        type="button"
        className={`s-button s-large s-${confirm.style ?? 'primary'}`}
        onClick={onConfirm}
      >
        {confirm.confirm?.text ?? 'Yes'}
      </button>
    </footer>
  </PaneDialog>
)
