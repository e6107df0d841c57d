import { randomBytes } from 'node:crypto'
import type { Request, RequestHandler, Response } from 'express'
import jwt from 'jsonwebtoken'
import { authenticate } from '../../api/authenticate.ts'
import { createDesk } from '../../core/create-desk.ts'
import type { Desk } from '../../core/desk.ts'
import { newId } from '../../core/ids.ts'
import { createLog } from '../../core/log.ts'
import { connectDatabase } from '../../core/open-database.ts'
import { startSession } from '../../core/users/sign-in/start-session.ts'
import { cpuOf } from './cpu.ts'
import { answerParent, inputOfParent } from './processes.ts'
import { median } from './statistics.ts'

export type AuthenticationInput = { databaseUri: string }
/** Microseconds of CPU for each call, over those of a middleware that does nothing. */
export type AuthenticationAnswer = { keyObject: number; string: number; calls: number }

const rounds = 5
const callsPerRound = 10_000
const stringCallsPerRound = 1_000

const { databaseUri } = await inputOfParent<AuthenticationInput>()
const jwtSecret = randomBytes(48).toString('base64url')
const database = await connectDatabase(databaseUri)
const desk = await createDesk({
  database,
  enabledQueues: new Set(),
  jwtSecret,
  relay: () => {},
  log: createLog('error'),
})
const { user } = await desk.users.insert(
  { _id: newId(), name: 'Erin Employee', email: 'erin@example.com' },
  desk.now(),
)
const { token } = await startSession(desk, user)

/** The same rules, with the secret as most programs have it. */
const withString: Desk['tokens'] = {
  ...desk.tokens,
  verify: (given) => {
    const rules = { algorithms: ['HS256' as const], issuer: 'deskbridge', audience: 'deskbridge-api' }
    const { sub, sid, exp = 0 } = jwt.verify(given, jwtSecret, rules) as jwt.JwtPayload
    return { user: String(sub), session: String(sid), until: new Date(exp * 1_000) }
  },
}

const middleware = {
  nothing: (async (_request, _response, next) => next()) as RequestHandler,
  keyObject: authenticate(desk, false),
  string: authenticate({ ...desk, tokens: withString }, false),
}

const eachOf = async (handler: RequestHandler, calls: number) =>
  (await cpuOf(() => callMany(handler, calls))) / calls

await callMany(middleware.nothing, callsPerRound)
await callMany(middleware.keyObject, callsPerRound)
await callMany(middleware.string, stringCallsPerRound)
const keyObject: number[] = []
const string: number[] = []
for (let round = 0; round < rounds; round++) {
  const nothing = await eachOf(middleware.nothing, callsPerRound)
  keyObject.push((await eachOf(middleware.keyObject, callsPerRound)) - nothing)
  string.push((await eachOf(middleware.string, stringCallsPerRound)) - nothing)
}
answerParent({
  keyObject: median(keyObject),
  string: median(string),
  calls: rounds * callsPerRound,
} satisfies AuthenticationAnswer)

/** One request after the other, each a new object as from a socket. @throws what the middleware refuses with */
async function callMany(handler: RequestHandler, calls: number) {
  const headers = { authorization: `Bearer ${token}`, host: '127.0.0.1', 'content-type': 'application/json' }
  const response = {} as Response
  let passed = 0
  const next = () => {
    passed++
  }
  for (let call = 0; call < calls; call++)
    await handler({ method: 'POST', headers } as unknown as Request, response, next)
  if (passed !== calls) throw new Error(`Only ${passed} of ${calls} requests passed.`)
}
