import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { Role } from '../../../../core/users/user.ts'
import type { UserView } from '../../shared/http/answers.ts'
import { request } from '../../shared/http/request.ts'
import { usersKey } from '../../shared/people/use-users.ts'
import { toast } from '../../shared/toasts/toasts.ts'

export type Invitation = { email: string; name: string; role: Role }

export function useInvite(onDone: () => void) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (body: Invitation) =>
      request<{ user: UserView }>('/api/auth/invite', { method: 'POST', body }),
    onSuccess: ({ user }) => {
      toast('success', `Invitation sent to ${user.name}`)
      onDone()
      return queries.invalidateQueries({ queryKey: usersKey })
    },
  })
}
