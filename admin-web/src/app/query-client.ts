import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query'
import { isProblem } from '../shared/http/problem.ts'

const maxRetries = 2
const isRefusal = (error: unknown) => isProblem(error) && error.status >= 400 && error.status < 500
const hasNoSession = (error: unknown) => isProblem(error) && error.status === 401

/**
 * Asks again when the desk is away, not when it refuses.
 * @param onSignedOut the session has ended, whoever ended it; mutations with `meta.guest` have none to lose
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
