import type { SessionAnswer } from '../http/answers.ts'
import { forgetFirstAnswers } from '../http/first-answers.ts'
import { isProblem } from '../http/problem.ts'
import { request } from '../http/request.ts'

let known: Promise<SessionAnswer | null> | null = null

/** Who is signed in, asked once and cached; null: nobody. */
export function readSession(): Promise<SessionAnswer | null> {
  known ??= askSession().catch((error) => {
    known = null
    throw error
  })
  return known
}

export function setSession(session: SessionAnswer | null) {
  known = Promise.resolve(session)
  forgetFirstAnswers()
}

/** The next `readSession` asks again. */
export function forgetSession() {
  known = null
  forgetFirstAnswers()
}

const askSession = () =>
  request<SessionAnswer>('/api/auth/me').catch((error) => {
    if (isProblem(error) && error.status === 401) return null
    throw error
  })
