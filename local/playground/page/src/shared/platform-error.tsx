import type { ReactNode } from 'react'

/** Shown in place of something that the platform would refuse. */
export const PlatformError = ({ children }: { children: ReactNode }) => (
  <span className="platform-error" role="alert">
    {children}
  </span>
)
