import { Inngest } from 'inngest'
import type { Log } from '../log.ts'
import type { SendEvents } from '../outbox/relay.ts'
import { eventName } from './events.ts'
import { createRunLog } from './run-log.ts'
import { together } from './together.ts'

export type InngestSettings = {
  app: string
  baseUrl?: string | undefined
  eventKey: string
  signingKey: string
}

const sendDeadlineMs = 5_000

export function createInngest({ app, baseUrl, eventKey, signingKey }: InngestSettings, log: Log) {
  const part = log.child({ part: 'inngest' }, { level: 'error' })
  return new Inngest({
    id: app,
    eventKey,
    signingKey,
    isDev: false,
    ...(baseUrl ? { baseUrl } : {}),
    fetch: (input, init) => fetch(input, { ...init, signal: AbortSignal.timeout(sendDeadlineMs) }),
    logger: createRunLog(part),
    internalLogger: part,
  })
}

/** @throws when Inngest does not take the batch */
export const createSender =
  (inngest: Inngest.Any): SendEvents =>
  async (events) => {
    await inngest.send(
      together(events).map(({ id, queues, owner, documents }) => ({
        id,
        name: eventName(inngest.id),
        data: { owner, documents, queues: Object.fromEntries(queues.map((queue) => [queue, true])) },
      })),
    )
  }
