import { createHmac, generateKeyPairSync } from 'node:crypto'
import jwt from 'jsonwebtoken'
import { describe, expect, test } from 'vitest'
import { createTokens, sessionLifetimeSeconds } from '../../../../core/users/sign-in/tokens.ts'

const secret = 'k3Jr8vZq0WmX5tYb2NcL7pAeHdUfGsOi1Rj4'
const { sign, verify } = createTokens(secret)
const claims = { user: 'u1', session: 's1' }

const base64 = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
const nowSeconds = Math.floor(Date.now() / 1_000)
const payload = {
  sub: 'u1',
  sid: 's1',
  iss: 'deskbridge',
  aud: 'deskbridge-api',
  iat: nowSeconds,
  exp: nowSeconds + 3_600,
}

/** A token made by hand, as a forger would. */
function forged(header: object, body: object, key = secret, hash = 'sha256') {
  const head = `${base64(header)}.${base64(body)}`
  return `${head}.${createHmac(hash, key).update(head).digest('base64url')}`
}
const without = (name: string) => Object.fromEntries(Object.entries(payload).filter(([key]) => key !== name))

test('a token names its user and session, for seven days, and nothing else', () => {
  const token = sign(claims)
  const { iat = 0, ...rest } = jwt.decode(token) as jwt.JwtPayload
  const until = new Date((iat + sessionLifetimeSeconds) * 1_000)
  expect(verify(token)).toEqual({ ...claims, until })
  expect(rest).toEqual({
    sub: 'u1',
    sid: 's1',
    iss: 'deskbridge',
    aud: 'deskbridge-api',
    exp: iat + sessionLifetimeSeconds,
  })
  expect(sessionLifetimeSeconds).toBe(7 * 24 * 3_600)
})

test('the hand that forges below can also make a good one', () => {
  expect(verify(forged({ alg: 'HS256', typ: 'JWT' }, payload))).toMatchObject(claims)
})

describe('refused, always in the same words', () => {
  const hs256 = { alg: 'HS256', typ: 'JWT' }
  const good = sign(claims)
  const [head = '', body = '', signature = ''] = good.split('.')
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2_048 })
  test.each<[string, string]>([
    ['nothing', ''],
    ['nonsense', 'x.y.z'],
    ['alg none, unsigned', `${base64({ alg: 'none' })}.${base64(payload)}.`],
    ['alg None with the signature of another', `${base64({ alg: 'None' })}.${base64(payload)}.${signature}`],
    ['another secret', forged(hs256, payload, 'another secret that is long enough!')],
    ['an empty secret', forged(hs256, payload, '')],
    ['another hash of the same family', forged({ alg: 'HS512' }, payload, secret, 'sha512')],
    ['a hash that is not the one it names', forged({ alg: 'HS256' }, payload, secret, 'sha512')],
    ['an RSA signature', jwt.sign(payload, privateKey, { algorithm: 'RS256' })],
    ['no signature', `${head}.${body}.`],
    ['two parts', `${head}.${body}`],
    ['another user under the old signature', `${head}.${base64({ ...payload, sub: 'root' })}.${signature}`],
    ['another issuer', forged(hs256, { ...payload, iss: 'elsewhere' })],
    ['no issuer', forged(hs256, without('iss'))],
    ['another audience', forged(hs256, { ...payload, aud: 'another-api' })],
    ['no audience', forged(hs256, without('aud'))],
    ['expired a second ago', forged(hs256, { ...payload, exp: nowSeconds - 1 })],
    ['good for ever', forged(hs256, without('exp'))],
    ['not good yet', forged(hs256, { ...payload, nbf: nowSeconds + 600 })],
    ['no user', forged(hs256, without('sub'))],
    ['no session', forged(hs256, without('sid'))],
    ['a session that is an operator', forged(hs256, { ...payload, sid: { $gt: '' } })],
    ['a user that is a number', forged(hs256, { ...payload, sub: 1 })],
  ])('%s', (_name, token) => {
    expect(() => verify(token)).toThrow(
      expect.objectContaining({
        kind: 'unauthenticated',
        message: 'Your session has ended. Sign in again.',
      }),
    )
  })
})
