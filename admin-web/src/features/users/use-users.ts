import type { UserPage } from '../../shared/http/answers.ts'
import { usePages } from '../../shared/http/use-pages.ts'

export const usersKey = ['users'] as const

/** Everybody's accounts, oldest first. Admins only. */
export function useUsers() {
  const list = usePages<UserPage>(usersKey, '/api/auth/users')
  return { list, users: list.data?.pages.flatMap((page) => page.users) }
}
