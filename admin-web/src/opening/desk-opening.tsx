import type { ReactNode } from 'react'
import { barStyle, ShellFrame } from '../app/shell/shell-frame.tsx'
import { Icon } from '../shared/ui/icon.tsx'
import { Logo } from '../shared/ui/logo.tsx'

/** A page for signed-in people, before it is known who they are. */
export const DeskOpening = ({ children }: { children: ReactNode }) => (
  <ShellFrame nav={null} bar={<Bar />}>
    <main>{children}</main>
  </ShellFrame>
)

const Bar = () => (
  <div className={barStyle}>
    <Logo />
    <span aria-hidden="true" className="btn btn-ghost btn-square">
      <Icon name="menu" />
    </span>
  </div>
)
