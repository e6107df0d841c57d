import { createApi } from '../../api/create-api.ts'
import { createDesk } from '../../core/create-desk.ts'
import { newId } from '../../core/ids.ts'
import { createLog } from '../../core/log.ts'
import { connectDatabase } from '../../core/open-database.ts'
import { startSession } from '../../core/users/sign-in/start-session.ts'
import { listen } from '../../start/listen.ts'
import { answerParent, inputOfParent } from './processes.ts'

/** `sessions`: how many of one person to start; 0 for a second process on the same database. */
export type LiveInput = { databaseUri: string; jwtSecret: string; sessions: number }
export type LiveAnswer = { port: number; tokens: string[] }

const { databaseUri, jwtSecret, sessions } = await inputOfParent<LiveInput>()
const desk = await createDesk({
  database: await connectDatabase(databaseUri),
  enabledQueues: new Set(),
  jwtSecret,
  relay: () => {},
  log: createLog('error'),
})

async function startSessions(): Promise<string[]> {
  if (sessions === 0) return []
  const erin = { _id: newId(), name: 'Erin Employee', email: 'erin@example.com', emailVerified: true }
  const { user } = await desk.users.insert(erin, desk.now())
  const started = await Promise.all(Array.from({ length: sessions }, () => startSession(desk, user)))
  return started.map(({ token }) => token)
}

const health = async () => ({
  status: 'ok' as const,
  services: {} as never,
  pending: { documents: 0, oldestSeconds: 0 },
})
const tokens = await startSessions()
const http = await listen(0)
http.serve(createApi({ desk, health, trustProxy: 0, secureCookies: false }))
answerParent({ port: http.port, tokens } satisfies LiveAnswer)
