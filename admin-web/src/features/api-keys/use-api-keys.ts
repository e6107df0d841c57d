import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { ApiKeyScope } from '../../../../core/users/api-keys/api-key.ts'
import type { ApiKeyView } from '../../shared/http/answers.ts'
import { errorMessage } from '../../shared/http/problem.ts'
import { request } from '../../shared/http/request.ts'
import { toast } from '../../shared/toasts/toasts.ts'

const path = '/api/auth/api-keys'
const apiKeysKey = ['api-keys'] as const

export type NewApiKey = {
  name: string
  scopes: ApiKeyScope[]
  expiresInDays: number
  password?: string | undefined
}

/** One's own keys, newest first; the API gives at most 50. */
export const useApiKeys = () =>
  useQuery({
    queryKey: apiKeysKey,
    queryFn: async ({ signal }) => (await request<{ keys: ApiKeyView[] }>(path, { signal })).keys,
  })

/** Creates a key. Only this answer holds its secret. */
export function useCreateApiKey() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: NewApiKey) =>
      request<{ key: ApiKeyView; secret: string }>(path, { method: 'POST', body }),
    onSuccess: () => client.invalidateQueries({ queryKey: apiKeysKey }),
  })
}

export function useRevokeApiKey(onDone: () => void) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ id }: ApiKeyView) => request(`${path}/${id}`, { method: 'DELETE' }),
    onSuccess: (_, { name }) => toast('success', `Key “${name}” revoked`),
    onError: (error) => toast('error', errorMessage(error)),
    onSettled: () => {
      onDone()
      return client.invalidateQueries({ queryKey: apiKeysKey })
    },
  })
}
