import type { ReactNode } from 'react'
import { Logo } from '../../shared/ui/logo.tsx'

type ShellFrameProps = { nav: ReactNode; bar: ReactNode; children: ReactNode }

/** Where the parts of a signed-in page stand. `nav` is at the side of a wide screen, `bar` at the top of a narrow one. */
export const ShellFrame = ({ nav, bar, children }: ShellFrameProps) => (
  <div className="lg:grid lg:min-h-dvh lg:grid-cols-[15rem_minmax(0,1fr)]">
    <a
      href="#main"
      className="btn btn-primary sr-only z-50 focus:not-sr-only focus:fixed focus:top-2 focus:left-2 focus:px-4"
    >
      Skip to content
    </a>
    <aside className="sticky top-0 hidden h-dvh flex-col border-r border-base-300 lg:flex">
      <div className="px-5 pt-5 pb-2">
        <Logo />
      </div>
      {nav}
    </aside>
    {bar}
    {children}
  </div>
)

export const barStyle =
  'sticky top-0 z-20 flex items-center justify-between border-b border-base-300 bg-base-200 px-4 py-2 lg:hidden'
