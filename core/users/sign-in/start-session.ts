import type { Desk } from '../../desk.ts'
import { newId } from '../../ids.ts'
import { needsSetUp } from '../second-factor/required.ts'
import type { User } from '../user.ts'
import { sessionLifetimeSeconds } from './tokens.ts'

/** `deviceToken` lets the device's later attempts to sign in be counted apart from everybody else's. */
export type SignedIn = {
  user: User
  session: string
  token: string
  deviceToken: string
  expiresAt: Date
  needsSetUp: boolean
}

/** Starts a session for a new device. @param agent the User-Agent @returns also the token that names the session */
export async function startSession(
  desk: Pick<Desk, 'sessions' | 'tokens' | 'now' | 'secondFactorRule'>,
  user: User,
  agent: string | null = null,
): Promise<SignedIn> {
  const createdAt = desk.now()
  const expiresAt = new Date(createdAt.getTime() + sessionLifetimeSeconds * 1_000)
  const session = newId()
  await desk.sessions.insert({ _id: session, user: user._id, createdAt, expiresAt, agent })
  return {
    user,
    session,
    token: desk.tokens.sign({ user: user._id, session }),
    deviceToken: desk.tokens.signDevice({ user: user._id, device: newId() }),
    expiresAt,
    needsSetUp: needsSetUp(desk.secondFactorRule, user),
  }
}
