import { useQuery } from '@tanstack/react-query'
import { readSession } from '../../../shared/session/session.ts'

/** Who is signed in here already; null: nobody, undefined: not known yet. */
export function useSignedIn() {
  const session = useQuery({ queryKey: ['signed-in'], queryFn: readSession, gcTime: 0 })
  return session.isError ? null : session.data === undefined ? undefined : (session.data?.user ?? null)
}
