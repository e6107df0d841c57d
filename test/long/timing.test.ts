import { afterAll, beforeAll, expect, test } from 'vitest'
import { createApi } from '../../api/create-api.ts'
import { newId } from '../../core/ids.ts'
import { listen } from '../../start/listen.ts'
import { median } from '../bench/statistics.ts'
import { apiClient } from '../support/api-client.ts'
import { type DeskInProcess, deskInProcess } from '../support/desk-in-process.ts'

const tries = 500
const warmUp = 10
const maxApart = 0.05
const minutes = 60_000
const password = 'correct horse battery'

let at: DeskInProcess
let http: Awaited<ReturnType<typeof listen>>
beforeAll(async () => {
  at = await deskInProcess()
  http = await listen(0)
  const parts = { desk: at.desk, health: async () => ({}) as never, secureCookies: false }
  http.serve(createApi({ ...parts, trustProxy: 1 }))
  const passwordHash = await at.desk.passwords.hash(password)
  const secondFactor = { id: newId(), secret: 'sealed', since: at.desk.now(), lastStep: 0, recoveryCodes: [] }
  const theirs = { known: {}, 'two-step': { secondFactor } }
  for (const kind of ['known', 'two-step'] as const)
    for (let index = 0; index < tries; index++)
      await at.desk.users.insert(
        {
          ...{ _id: newId(), name: 'Known', email: addressOf(kind, index) },
          ...{ emailVerified: true, passwordHash, ...theirs[kind] },
        },
        at.desk.now(),
      )
})
afterAll(async () => {
  http.server.closeAllConnections()
  http.server.close()
  await at.close()
})

type Kind = 'known' | 'unknown' | 'two-step'
const addressOf = (kind: Kind, index: number) => `${kind}-${index}@example.com`

/** Which places the requests of each kind come from: so many and no more are taken from one. */
const nets = ['log-in', 'reset', 'sign-up', 'sign-in link', 'log-in with two steps']

/**
 * Asks for addresses of two kinds by turns, whose turn is first being left to chance. Each is asked for once, and
 * the requests come from many places: it is not the attempt limits that are measured.
 * @returns the median in milliseconds for each kind
 */
async function timed(
  what: string,
  [one, other]: readonly [Kind, Kind],
  path: string,
  bodyOf: (email: string) => object,
  expected: number,
) {
  const client = apiClient(`http://127.0.0.1:${http.port}`)
  const taken: Record<Kind, number[]> = { known: [], unknown: [], 'two-step': [] }
  for (let index = 0; index < tries / 2 + warmUp; index++)
    for (const kind of Math.random() < 0.5 ? [one, other] : [other, one]) {
      const from = { 'x-forwarded-for': `10.${nets.indexOf(what)}.${Math.floor(index / 25)}.1` }
      const startedAt = performance.now()
      const { status } = await client.post(path, bodyOf(addressOf(kind, index)), from)
      if (index >= warmUp) taken[kind].push(performance.now() - startedAt)
      expect(status).toBe(expected)
    }
  return [median(taken[one]), median(taken[other])] as const
}

const known = ['known', 'unknown'] as const
const wrong = (email: string) => ({ email, password: 'wrong wrong wrong' })

test.each([
  ['log-in', known, '/api/auth/login', wrong, 401],
  // Before the right password, nobody learns for whom it would not do.
  ['log-in with two steps', ['known', 'two-step'], '/api/auth/login', wrong, 401],
  ['reset', known, '/api/auth/reset', (email: string) => ({ email }), 202],
  ['sign-in link', known, '/api/auth/sign-in-link', (email: string) => ({ email }), 202],
  ['sign-up', known, '/api/auth/signup', (email: string) => ({ email, name: 'Somebody', password }), 202],
] as const)(
  `${tries} tries of %s tell %j addresses apart by no more than 5 percent of their time`,
  async (what, [one, other], path, bodyOf, expected) => {
    const [first, second] = await timed(what, [one, other], path, bodyOf, expected)
    const apart = Math.abs(first - second) / Math.min(first, second)
    console.log(
      `${what}: ${one} ${first.toFixed(1)} ms, ${other} ${second.toFixed(1)} ms, ${(apart * 100).toFixed(2)} % apart`,
    )
    expect(apart).toBeLessThan(maxApart)
  },
  10 * minutes,
)
