import { useRouteLoaderData } from 'react-router'
import type { UserView } from '../http/answers.ts'

/** The route that all pages of a signed-in person share; its loader answers `{user}`. */
export const deskRoute = 'desk'

/** The person who is signed in. Only for pages below the desk's route. */
export function useMe(): UserView {
  const data = useRouteLoaderData(deskRoute) as { user: UserView } | undefined
  if (!data) throw new Error('useMe is used outside the signed-in pages.')
  return data.user
}
