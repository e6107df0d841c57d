import { Link, Navigate, useLocation } from 'react-router'
import { GuestPage } from '../guest-page.tsx'
import type { CodeNeeded } from '../use-enter.ts'
import { CodeForm } from './code-form.tsx'

/** Asks for the second factor after the first one. Without a first one it leads to the log-in page. */
export function CodePage() {
  const needed = useLocation().state as CodeNeeded | null
  if (!needed?.token) return <Navigate to="/login" replace />
  return (
    <GuestPage
      title="Two-step sign-in"
      lead="One more step: show that you have your phone."
      below={<StartAgain needed={needed} />}
    >
      <CodeForm needed={needed} />
    </GuestPage>
  )
}

const StartAgain = ({ needed: { to, email } }: { needed: CodeNeeded }) => (
  <Link
    to={to === '/' ? '/login' : `/login?from=${encodeURIComponent(to)}`}
    state={{ email }}
    className="link link-primary"
  >
    Back to log in
  </Link>
)
