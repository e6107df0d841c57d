import { GuestPage } from '../features/session/guest-page.tsx'
import { fromSlack } from '../features/session/log-in-words.ts'

/** The log-in page before its form works: as high as the form. */
export const LogInOpening = () => (
  <GuestPage title="Log in" lead={fromSlack} below={<span className="block h-12" />}>
    <div role="status" className="skeleton h-87">
      <span className="sr-only">Loading</span>
    </div>
  </GuestPage>
)
