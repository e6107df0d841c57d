import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { HandleKind } from '../../../../core/users/handles/handles.ts'
import { request } from '../../shared/http/request.ts'
import { accountKey } from '../../shared/session/use-account.ts'

/** Unlinks the reader's own chat account. */
export function useUnlink(kind: HandleKind, onDone: () => void) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: () => request<void>(`/api/me/${kind}`, { method: 'DELETE' }),
    onSuccess: () => {
      onDone()
      return queries.invalidateQueries({ queryKey: accountKey })
    },
  })
}
