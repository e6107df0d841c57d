import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query'
import { isProblem } from '../shared/http/problem.ts'
import { noteAnswer, noteFailure } from '../shared/http/reachable.ts'

const maxRetries = 1
const isRefusal = (error: unknown) => isProblem(error) && error.status >= 400 && error.status < 500
const hasNoSession = (error: unknown) => isProblem(error) && error.status === 401

/**
 * Retries once when the desk can't be reached, never when it refuses.
 * @param onSignedOut called when the session has ended; not for mutations with `meta.guest`, which need no session
 */
export function createQueryClient(onSignedOut: () => void) {
  return new QueryClient({
    queryCache: new QueryCache({
      onSuccess: noteAnswer,
      onError: (error) => {
        noteFailure(error)
        if (hasNoSession(error)) onSignedOut()
      },
    }),
    mutationCache: new MutationCache({
      onSuccess: noteAnswer,
      onError: (error, _variables, _result, mutation) => {
        noteFailure(error)
        if (hasNoSession(error) && !mutation.meta?.guest) onSignedOut()
      },
    }),
    defaultOptions: {
      queries: {
        networkMode: 'always',
        retry: (failures, error) => !isRefusal(error) && failures < maxRetries,
      },
      mutations: { networkMode: 'always' },
    },
  })
}
