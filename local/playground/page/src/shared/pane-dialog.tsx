import { Dialog } from '@base-ui/react/dialog'
import { createContext, type ReactNode, use, useRef } from 'react'
import { Close } from './icons.tsx'
import { useCover, usePane } from './pane.tsx'

type Props = {
  isOpen: boolean
  onClose: () => void
  className: string
  title: string
  /** Before the title, such as the app's picture. */
  before?: ReactNode
  children: ReactNode
}

/** Whether dialogs are only pictures of themselves, as in the gallery, where many are open. */
export const StillDialogs = createContext(false)

/** A dialog over one client: the other stays usable beside it. */
export const PaneDialog = (props: Props) =>
  use(StillDialogs) ? <StillDialog {...props} /> : <OpenDialog {...props} />

/** Where typing begins: where the app wants it, else in the first input. */
const firstInput = (dialog: HTMLElement | null) =>
  dialog?.querySelector<HTMLElement>('[data-focus]') ??
  dialog?.querySelector<HTMLElement>('input, textarea') ??
  null

function OpenDialog(props: Props) {
  const pane = usePane()
  const popup = useRef<HTMLDivElement>(null)
  useCover(props.isOpen)
  return (
    <Dialog.Root
      open={props.isOpen}
      modal={false}
      disablePointerDismissal
      onOpenChange={(open) => {
        if (!open) props.onClose()
      }}
    >
      <Dialog.Portal container={pane}>
        <Dialog.Backdrop className="backdrop" />
        <Dialog.Popup
          ref={popup}
          className={`dialog ${props.className}`}
          initialFocus={() => firstInput(popup.current) ?? true}
        >
          <header className="dialog-head">
            {props.before}
            <Dialog.Title className="dialog-title">{props.title}</Dialog.Title>
            <Dialog.Close className="icon-button" aria-label="Close">
              <Close />
            </Dialog.Close>
          </header>
          {props.children}
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}

const StillDialog = ({ isOpen, className, title, before, children }: Props) =>
  isOpen && (
    <section className={`dialog dialog-still ${className}`} aria-label={title}>
      <header className="dialog-head">
        {before}
        <h2 className="dialog-title">{title}</h2>
        <Close />
      </header>
      {children}
    </section>
  )
