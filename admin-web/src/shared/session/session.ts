import type { SessionAnswer, UserView } from '../http/answers.ts'
import { isProblem } from '../http/problem.ts'
import { request } from '../http/request.ts'

let known: Promise<UserView | null> | null = null

/** Who is signed in, asked once and cached; null: nobody. */
export function readSession(): Promise<UserView | null> {
  known ??= askSession().catch((error) => {
    known = null
    throw error
  })
  return known
}

export function setSession(user: UserView | null) {
  known = Promise.resolve(user)
}

const askSession = () =>
  request<SessionAnswer>('/api/auth/me').then(
    (answer) => answer.user,
    (error) => {
      if (isProblem(error) && error.status === 401) return null
      throw error
    },
  )
