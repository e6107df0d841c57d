import { useEffect } from 'react'
import { Outlet } from 'react-router'
import { useLiveUpdates } from '../../features/live/use-live-updates.ts'
import { forgetOld } from '../../shared/session/drafts.ts'
import { Logo } from '../../shared/ui/logo.tsx'
import { MobileBar } from './mobile-bar.tsx'
import { Nav } from './nav.tsx'
import { useFocusOnArrival } from './use-focus-on-arrival.ts'
import { useKeepFocus } from './use-keep-focus.ts'

/** The frame of every signed-in page: navigation at the side, or at the top on a narrow screen. */
export function Shell() {
  const main = useFocusOnArrival()
  useKeepFocus(main)
  useLiveUpdates()
  useEffect(forgetOld, [])
  return (
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
        <Nav />
      </aside>
      <MobileBar />
      <main id="main" ref={main} tabIndex={-1}>
        <Outlet />
      </main>
    </div>
  )
}
