import { useRef } from 'react'
import { Link } from 'react-router'
import { Icon } from '../../shared/ui/icon.tsx'
import { Logo } from '../../shared/ui/logo.tsx'
import { Nav } from './nav.tsx'
import { barStyle } from './shell-frame.tsx'
import { useCloseOnNavigation } from './use-close-on-navigation.ts'

/** The bar at the top of a narrow screen, and the drawer that its button opens. */
export function MobileBar() {
  const drawer = useRef<HTMLDialogElement>(null)
  useCloseOnNavigation(drawer)
  return (
    <header className={barStyle}>
      <Link to="/" aria-label="Deskbridge, start">
        <Logo />
      </Link>
      <button
        type="button"
        aria-label="Menu"
        className="btn btn-ghost btn-square"
        onClick={() => drawer.current?.showModal()}
      >
        <Icon name="menu" />
      </button>
      <dialog
        ref={drawer}
        aria-label="Menu"
        className="fixed inset-y-0 right-0 left-auto m-0 h-dvh max-h-none w-72 flex-col bg-base-200 text-base-content shadow-xl backdrop:bg-black/40 open:flex"
      >
        <button
          type="button"
          aria-label="Close menu"
          className="btn btn-ghost btn-square m-2 mb-0 self-end"
          onClick={() => drawer.current?.close()}
        >
          <Icon name="close" />
        </button>
        <Nav />
      </dialog>
    </header>
  )
}
