import { type InfiniteData, useMutation, useQueryClient } from '@tanstack/react-query'
import type { UserPage, UserView } from '../../shared/http/answers.ts'
import { request } from '../../shared/http/request.ts'
import { usersKey } from '../../shared/people/use-users.ts'
import type { UserEdit } from './user-edit.ts'

/** Changes an account. The answer updates the list at once. */
export function useUpdateUser() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: { id: string } & UserEdit) =>
      request<{ user: UserView }>('/api/auth/update-user', { method: 'POST', body }),
    onSuccess: ({ user }) => {
      client.setQueriesData<InfiniteData<UserPage>>(
        { queryKey: usersKey },
        (shown) => shown && withUser(shown, user),
      )
      return client.invalidateQueries({ queryKey: usersKey })
    },
  })
}

const withUser = (shown: InfiniteData<UserPage>, user: UserView): InfiniteData<UserPage> => ({
  ...shown,
  pages: shown.pages.map((page) => ({
    ...page,
    users: page.users.map((one) => (one.id === user.id ? user : one)),
  })),
})
