import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { UserView } from '../../shared/http/answers.ts'
import { errorMessage } from '../../shared/http/problem.ts'
import { request } from '../../shared/http/request.ts'
import { usersKey } from '../../shared/people/use-users.ts'
import { toast } from '../../shared/toasts/toasts.ts'

/** Removes somebody's second factor and signs them out. */
export function useResetSecondFactor(onDone: () => void) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: ({ id }: UserView) => request(`/api/users/${id}/second-factor`, { method: 'DELETE' }),
    onSuccess: (_, { name }) => toast('success', `Two-step sign-in of ${name} reset`),
    onError: (error) => toast('error', errorMessage(error)),
    onSettled: () => {
      onDone()
      return queries.invalidateQueries({ queryKey: usersKey })
    },
  })
}
