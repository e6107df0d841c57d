import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query'
import { isProblem } from '../shared/http/problem.ts'

const maxRetries = 2
const isRefusal = (error: unknown) => isProblem(error) && error.status >= 400 && error.status < 500
const hasNoSession = (error: unknown) => isProblem(error) && error.status === 401

/**
 * Retries when the desk can't be reached, not when it refuses.
 * @param onSignedOut called when the session has ended; not for mutations with `meta.guest`, which need no session
 */
export function createQueryClient(onSignedOut: () => void) {
  return new QueryClient({
    queryCache: new QueryCache({ onError: (error) => hasNoSession(error) && onSignedOut() }),
    mutationCache: new MutationCache({
      onError: (error, _variables, _result, mutation) => {
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
