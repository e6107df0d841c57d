import { Menu } from '@base-ui/react/menu'
import type { ReactNode } from 'react'
import { usePane } from './pane.tsx'

/** What the button of a menu opens: inside the client around it, or over the page. */
export function MenuPopup({ children }: { children: ReactNode }) {
  const pane = usePane()
  return (
    <Menu.Portal container={pane ?? undefined}>
      <Menu.Positioner className="menu-positioner" sideOffset={4} align="end">
        <Menu.Popup className={pane ? 'menu' : 'menu page-menu'}>{children}</Menu.Popup>
      </Menu.Positioner>
    </Menu.Portal>
  )
}
