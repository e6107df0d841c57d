import { createApi } from '../../api/create-api.ts'
import { createDesk } from '../../core/create-desk.ts'
import { newId } from '../../core/ids.ts'
import { createLog } from '../../core/log.ts'
import { createMetrics } from '../../core/metrics/metrics.ts'
import { connectDatabase } from '../../core/open-database.ts'
import { listen } from '../../start/listen.ts'
import { answerParent, inputOfParent } from './processes.ts'

/** `accounts`: how many people can log in, all with the same password. */
export type LogInDeskInput = { databaseUri: string; accounts: number; password: string }
export type LogInDeskAnswer = { port: number; emails: string[] }

const { databaseUri, accounts, password } = await inputOfParent<LogInDeskInput>()
const database = await connectDatabase(databaseUri)
const desk = await createDesk({
  database,
  enabledQueues: new Set(),
  jwtSecret: newId() + newId(),
  relay: () => {},
  log: createLog('error'),
})
const passwordHash = await desk.passwords.hash(password)
const emails = Array.from({ length: accounts }, (_, index) => `erin-${index}@example.com`)
for (const email of emails)
  await desk.users.insert(
    { _id: newId(), name: 'Erin Employee', email, emailVerified: true, passwordHash },
    desk.now(),
  )

const metrics = createMetrics({
  backlog: async () => ({ documents: 0, oldestSeconds: 0 }),
  listeners: desk.live.count,
  ratings: async () => [],
})
const health = async () => ({
  status: 'ok' as const,
  services: {} as never,
  pending: { documents: 0, oldestSeconds: 0 },
})
const http = await listen(0)
http.serve(
  createApi({ desk, health, metrics: { metrics, token: undefined }, trustProxy: 1, secureCookies: false }),
)
answerParent({ port: http.port, emails } satisfies LogInDeskAnswer)
