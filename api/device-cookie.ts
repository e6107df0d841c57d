import { parseCookie } from 'cookie'
import type { Request, Response } from 'express'
import { deviceLifetimeSeconds } from '../core/users/sign-in/tokens.ts'

const nameOf = (secure: boolean) => `${secure ? '__Host-' : ''}deskbridge_device`

/** Remembers that the device was signed in. It stays after sign-out, and opens nothing. */
export const setDeviceCookie = (response: Response, token: string, secure: boolean) =>
  response.cookie(nameOf(secure), token, {
    httpOnly: true,
    sameSite: 'strict',
    path: '/',
    secure,
    maxAge: deviceLifetimeSeconds * 1_000,
  })

export const deviceTokenOf = (request: Request, secure: boolean): string | undefined =>
  parseCookie(request.headers.cookie ?? '')[nameOf(secure)]
