import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from 'react-router'
import type { SignInAnswer } from '../../shared/http/answers.ts'
import { setSession } from '../../shared/session/session.ts'

/** What the page that asks for a code gets. `email` fills the log-in page if the person has to start again. */
export type CodeNeeded = { token: string; expiresAt: string; to: string; email?: string | undefined }

/**
 * Goes on after any way of signing in. Starts a session in this tab and drops everything cached for an earlier one, or
 * asks for the second factor first.
 */
export function useEnter() {
  const navigate = useNavigate()
  const client = useQueryClient()
  return (answer: SignInAnswer, to = '/', email?: string) => {
    if ('secondFactor' in answer) {
      const state: CodeNeeded = { ...answer.secondFactor, to, email }
      return navigate('/login/code', { replace: true, state })
    }
    client.clear()
    setSession(answer)
    return navigate(to, { replace: true })
  }
}
