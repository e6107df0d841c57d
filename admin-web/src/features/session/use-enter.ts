import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from 'react-router'
import type { UserView } from '../../shared/http/answers.ts'
import { setSession } from '../../shared/session/session.ts'

/** Starts a session in this tab and drops everything cached for an earlier one. */
export function useEnter() {
  const navigate = useNavigate()
  const client = useQueryClient()
  return (user: UserView, to = '/') => {
    client.clear()
    setSession(user)
    return navigate(to, { replace: true })
  }
}
