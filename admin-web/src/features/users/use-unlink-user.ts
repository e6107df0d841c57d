import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { HandleKind } from '../../../../core/users/handles/handles.ts'
import { request } from '../../shared/http/request.ts'
import { usersKey } from '../../shared/people/use-users.ts'

/** Unlinks somebody's chat account. */
export function useUnlinkUser(id: string, onDone: (kind: HandleKind) => void) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (kind: HandleKind) => request<void>(`/api/users/${id}/${kind}`, { method: 'DELETE' }),
    onSuccess: (_answer, kind) => {
      onDone(kind)
      return queries.invalidateQueries({ queryKey: usersKey })
    },
  })
}
