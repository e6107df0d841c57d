import { useEffect } from 'react'
import { Outlet } from 'react-router'
import { useLiveUpdates } from '../../features/live/use-live-updates.ts'
import { forgetOld } from '../../shared/session/drafts.ts'
import { MobileBar } from './mobile-bar.tsx'
import { Nav } from './nav.tsx'
import { ShellFrame } from './shell-frame.tsx'
import { useFocusOnArrival } from './use-focus-on-arrival.ts'
import { useKeepFocus } from './use-keep-focus.ts'

/** The frame of every signed-in page: navigation at the side, or at the top on a narrow screen. */
export function Shell() {
  const main = useFocusOnArrival()
  useKeepFocus(main)
  useLiveUpdates()
  useEffect(forgetOld, [])
  return (
    <ShellFrame nav={<Nav />} bar={<MobileBar />}>
      <main id="main" ref={main} tabIndex={-1}>
        <Outlet />
      </main>
    </ShellFrame>
  )
}
