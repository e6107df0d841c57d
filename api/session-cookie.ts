import type { CookieOptions, Request, Response } from 'express'

export const cookieName = 'deskbridge_session'

/** Out of reach for scripts and for other sites' requests. @param secure false only where the desk is on plain HTTP */
const options = (secure: boolean): CookieOptions => ({
  httpOnly: true,
  sameSite: 'strict',
  path: '/',
  secure,
})

export const setSessionCookie = (response: Response, token: string, expires: Date, secure: boolean) =>
  response.cookie(cookieName, token, { ...options(secure), expires })

export const clearSessionCookie = (response: Response, secure: boolean) =>
  response.clearCookie(cookieName, options(secure))

export function sessionCookieOf(request: Request): string | undefined {
  const pairs = (request.headers.cookie ?? '').split(';').map((pair) => pair.trim())
  return pairs.find((pair) => pair.startsWith(`${cookieName}=`))?.slice(cookieName.length + 1)
}
