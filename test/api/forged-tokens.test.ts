import jwt from 'jsonwebtoken'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '../../core/ids.ts'
import { startSession } from '../../core/users/sign-in/start-session.ts'
import { apiClient } from '../support/api-client.ts'
import { twoDesks } from '../support/two-desks.ts'

let desks: Awaited<ReturnType<typeof twoDesks>>
let good: string
let claims: { sub: string; sid: string }
beforeAll(async () => {
  desks = await twoDesks()
  const { desk } = desks.one
  const { user } = await desk.users.insert(
    { _id: newId(), name: 'Root Roe', email: 'root@example.com', role: 'admin', emailVerified: true },
    desk.now(),
  )
  const { token, session } = await startSession(desk, user)
  good = token
  claims = { sub: user._id, sid: session }
})
afterAll(() => desks.close())

const ours = { issuer: 'deskbridge', audience: 'deskbridge-api', expiresIn: 60 } as const
/** Of a session that is there, and signed with the desk's own secret: only what a case names is wrong. */
const signed = (options: jwt.SignOptions) => jwt.sign(claims, desks.jwtSecret, { ...ours, ...options })

/** @param part 0: header, 1: claims, 2: signature; the bit is one that counts, in the middle */
function withBitFlipped(part: number) {
  const parts = good.split('.').map((text) => Buffer.from(text, 'base64url'))
  const bytes = parts[part] ?? Buffer.alloc(0)
  const middle = Math.floor(bytes.length / 2)
  bytes.writeUInt8(bytes.readUInt8(middle) ^ 1, middle)
  return parts.map((one) => one.toString('base64url')).join('.')
}

test('one that is signed like this here is good', async () => {
  expect((await apiClient(desks.one.url, signed({})).get('/api/auth/me')).status).toBe(200)
})

test.each<[string, () => string]>([
  ['no algorithm', () => jwt.sign(claims, null, { ...ours, algorithm: 'none' })],
  ['HS384 with the same secret', () => signed({ algorithm: 'HS384' })],
  ['HS512 with the same secret', () => signed({ algorithm: 'HS512' })],
  ['another issuer', () => signed({ issuer: 'elsewhere' })],
  ['another audience', () => signed({ audience: 'another-api' })],
  ['its time over', () => signed({ expiresIn: -1 })],
  ['a time to come', () => signed({ notBefore: 60 })],
  ['another secret', () => jwt.sign(claims, `${desks.jwtSecret}x`, ours)],
  ['a bit of the header flipped', () => withBitFlipped(0)],
  ['a bit of the claims flipped', () => withBitFlipped(1)],
  ['a bit of the signature flipped', () => withBitFlipped(2)],
])('one with %s is nobody’s, as bearer and as cookie', async (_name, forge) => {
  const token = forge()
  expect(token).not.toBe(good)
  const bearer = await apiClient(desks.one.url, token).get('/api/auth/me')
  const cookie = await apiClient(desks.one.url).call('GET', '/api/auth/me', undefined, {
    cookie: `deskbridge_session=${token}`,
  })
  for (const { status, headers } of [bearer, cookie]) {
    expect(status).toBe(401)
    expect(headers.get('content-type')).toContain('application/problem+json')
  }
})
