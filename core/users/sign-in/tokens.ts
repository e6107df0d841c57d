import { createSecretKey } from 'node:crypto'
import jwt from 'jsonwebtoken'
import { unauthenticated } from '../../errors.ts'

const issuer = 'deskbridge'
const audience = 'deskbridge-api'
const deviceAudience = 'deskbridge-device'
const firstFactorAudience = 'deskbridge-first-factor'
const firstFactorLifetimeMs = 5 * 60_000
export const deviceLifetimeSeconds = 365 * 24 * 3_600
export const sessionLifetimeSeconds = 7 * 24 * 3_600

export type Claims = { user: string; session: string }
/** A device that was signed in to an account. Its token opens nothing: see `Attempt`. */
export type Device = { user: string; device: string }
/** Somebody who has shown a first factor. `state`: see `signInStateOf`. */
export type FirstFactor = { user: string; state: string }
/** `until`: the token's expiry. */
export type Verified = Claims & { until: Date }

/**
 * JSON Web Tokens (RFC 7519), HS256. They name only a session. Role and permissions are read from the database. The secret is
 * a KeyObject, since a string costs ten times as much CPU per request.
 * @param secret at least 32 bytes
 */
export function createTokens(secret: string) {
  const key = createSecretKey(Buffer.from(secret))
  const rules = { algorithms: ['HS256' as const], issuer, audience }

  const sign = ({ user, session }: Claims) =>
    jwt.sign({ sid: session }, key, {
      algorithm: 'HS256',
      subject: user,
      issuer,
      audience,
      expiresIn: sessionLifetimeSeconds,
    })

  /** @throws unauthenticated with the same message for every invalid token */
  function verify(token: string): Verified {
    try {
      const { sub, sid, exp } = jwt.verify(token, key, rules) as jwt.JwtPayload
      if (typeof sub === 'string' && typeof sid === 'string' && exp !== undefined)
        return { user: sub, session: sid, until: new Date(exp * 1_000) }
    } catch {
      // Falls through: the answer does not say which check failed.
    }
    throw unauthenticated('Your session has ended. Sign in again.')
  }

  const signDevice = ({ user, device }: Device) =>
    jwt.sign({}, key, {
      ...{ algorithm: 'HS256', subject: user, jwtid: device, issuer, audience: deviceAudience },
      expiresIn: deviceLifetimeSeconds,
    })

  /** @returns null for any invalid token */
  function verifyDevice(token: string): Device | null {
    try {
      const { sub, jti } = jwt.verify(token, key, { ...rules, audience: deviceAudience }) as jwt.JwtPayload
      return sub && jti ? { user: sub, device: jti } : null
    } catch {
      return null
    }
  }

  /** Opens nothing by itself: it saves asking for the first factor again within 5 minutes. */
  function signFirstFactor({ user, state }: FirstFactor) {
    const token = jwt.sign({ state }, key, {
      ...{ algorithm: 'HS256', subject: user, issuer, audience: firstFactorAudience },
      expiresIn: firstFactorLifetimeMs / 1_000,
    })
    return { token, expiresAt: new Date(Date.now() + firstFactorLifetimeMs) }
  }

  /** @returns null for any invalid token */
  function verifyFirstFactor(token: string): FirstFactor | null {
    try {
      const { sub, state } = jwt.verify(token, key, {
        ...rules,
        audience: firstFactorAudience,
      }) as jwt.JwtPayload
      return sub && typeof state === 'string' ? { user: sub, state } : null
    } catch {
      return null
    }
  }

  return { sign, verify, signDevice, verifyDevice, signFirstFactor, verifyFirstFactor }
}

export type Tokens = ReturnType<typeof createTokens>
