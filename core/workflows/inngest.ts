import { Inngest } from 'inngest'
import type { Log } from '../log.ts'
import type { SendEvents } from '../outbox/relay.ts'
import { eventName, shareEvents } from './events.ts'
import { createRunLog } from './run-log.ts'

export type InngestSettings = {
  app: string
  baseUrl?: string | undefined
  eventKey: string
  signingKey: string
}

const sendDeadlineMs = 5_000

/** @param appVersion another one makes Inngest register the app and its functions again */
export function createInngest(
  { app, baseUrl, eventKey, signingKey }: InngestSettings,
  log: Log,
  appVersion?: string,
) {
  const part = log.child({ part: 'inngest' }, { level: 'error' })
  return new Inngest({
    id: app,
    ...(appVersion ? { appVersion } : {}),
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
      shareEvents(events).map(({ id, collection, queues, documents }) => ({
        id,
        name: eventName(inngest.id, collection),
        data: { documents, queues: Object.fromEntries(queues.map((queue) => [queue, true])) },
      })),
    )
  }
