import { useRouteLoaderData } from 'react-router'
import type { UserView } from '../http/answers.ts'

/** The route around all pages for signed-in people. Its loader returns `{user}`. */
export const deskRoute = 'desk'

/** The person who is signed in. Only for pages below `deskRoute`. */
export function useMe(): UserView {
  const data = useRouteLoaderData(deskRoute) as { user: UserView } | undefined
  if (!data) throw new Error('useMe is used outside the signed-in pages.')
  return data.user
}
