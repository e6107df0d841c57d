import { LogoMark } from '../shared/ui/logo.tsx'

/** Shown while the console's first page loads. */
export function Splash() {
  return (
    <div role="status" className="grid min-h-dvh place-items-center">
      <span className="sr-only">Loading Deskbridge</span>
      <LogoMark className="size-12 motion-safe:animate-pulse" />
    </div>
  )
}
