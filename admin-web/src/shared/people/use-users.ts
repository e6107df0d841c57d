import type { UserPage } from '../http/answers.ts'
import { usePages } from '../http/use-pages.ts'

export const usersKey = ['users'] as const

/** Accounts, oldest first. Admins only. @param search the start of a name, of a later word in it, or of an address; '' for all */
export function useUsers(search = '', more: { pollMs?: false; enabled?: boolean } = {}) {
  const list = usePages<UserPage>(usersKey, '/api/auth/users', { params: search ? { search } : {}, ...more })
  return { list, users: list.data?.pages.flatMap((page) => page.users) }
}
