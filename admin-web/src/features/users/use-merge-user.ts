import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { UserView } from '../../shared/http/answers.ts'
import { request } from '../../shared/http/request.ts'
import { usersKey } from '../../shared/people/use-users.ts'

/** Merges one account into another. */
export function useMergeUser(onDone: (survivor: UserView) => void) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: ({ id, into }: { id: string; into: string }) =>
      request<{ user: UserView }>(`/api/users/${id}/merge`, { method: 'POST', body: { into } }),
    onSuccess: ({ user }) => {
      onDone(user)
      return queries.invalidateQueries({ queryKey: usersKey })
    },
  })
}
