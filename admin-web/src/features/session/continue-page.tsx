import { Navigate, useLocation } from 'react-router'
import { returnPath } from '../../shared/session/return-path.ts'
import type { CodeNeeded } from './use-enter.ts'

/** Where somebody comes back to whom another provider has identified, and who has a second factor. */
export function ContinuePage() {
  const given = new URLSearchParams(useLocation().hash.slice(1))
  const [token, expiresAt] = [given.get('token'), given.get('expiresAt')]
  if (!token || !expiresAt) return <Navigate to="/login" replace />
  const state: CodeNeeded = { token, expiresAt, to: returnPath(given.get('to'), window.location.origin) }
  return <Navigate to="/login/code" state={state} replace />
}
