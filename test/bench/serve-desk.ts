import { createApi } from '../../api/create-api.ts'
import { createDesk } from '../../core/create-desk.ts'
import { newId } from '../../core/ids.ts'
import { createLog } from '../../core/log.ts'
import { connectDatabase } from '../../core/open-database.ts'
import { queues } from '../../core/outbox/entry.ts'
import { createRelay } from '../../core/outbox/relay.ts'
import { openTicket } from '../../core/tickets/open-ticket.ts'
import type { Ticket } from '../../core/tickets/ticket.ts'
import { startSession } from '../../core/users/sign-in/start-session.ts'
import { createInngest, createSender, type InngestSettings } from '../../core/workflows/inngest.ts'
import { listen } from '../../start/listen.ts'
import { answerParent, inputOfParent } from './processes.ts'
import { sampleTicket } from './sample-ticket.ts'

/** `inngest` null: entries are written with the ticket, and no event is sent. */
export type DeskInput = { databaseUri: string; jwtSecret: string; inngest: InngestSettings | null }
/** `document` is a ticket as it is stored. */
export type DeskAnswer = { port: number; token: string; document: Ticket }

const { databaseUri, jwtSecret, inngest } = await inputOfParent<DeskInput>()
const log = createLog('error')
const database = await connectDatabase(databaseUri)
const desk = await createDesk({
  database,
  enabledQueues: new Set(queues),
  jwtSecret,
  relay: inngest ? relayTo(inngest) : () => {},
  log,
  // Counted as in production, but high enough for one person to file all.
  limits: { tickets: 1e9, comments: 1e9, files: 1e9, changes: 1e9, streams: 10 },
})

const { user } = await desk.users.insert(
  { _id: newId(), name: 'Erin Employee', email: 'erin@example.com', emailVerified: true },
  desk.now(),
)
const { token } = await startSession(desk, user)
const { ticket: document } = await openTicket(desk, user, {
  key: newId(),
  source: 'api',
  input: sampleTicket,
})

const http = await listen(0)
http.serve(createApi({ desk, health, trustProxy: 0, secureCookies: false }))
answerParent({ port: http.port, token, document } satisfies DeskAnswer)

/** The real one, except that an Inngest that takes nothing ends the run: then nothing would have been measured. */
function relayTo(settings: InngestSettings) {
  const send = createSender(createInngest(settings, log))
  const sendOrEnd: typeof send = (events) =>
    send(events).catch((error: unknown) => {
      console.error('Inngest does not take events:', error)
      process.exit(1)
    })
  return createRelay(sendOrEnd, log).relay
}

async function health() {
  return { status: 'ok' as const, services: {} as never, pending: { documents: 0, oldestSeconds: 0 } }
}
