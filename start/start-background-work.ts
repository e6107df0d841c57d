import { outboxesOf } from '../core/create-desk.ts'
import { countDeliveries } from '../core/metrics/count-deliveries.ts'
import { createDeliveryStore } from '../core/notifications/delivery-store.ts'
import { createMailer } from '../core/notifications/mailer.ts'
import { startSweeping } from '../core/outbox/sweep.ts'
import { createTextProjection } from '../core/search/project-texts.ts'
import { createTicketProjector } from '../core/tickets/project-tickets.ts'
import { connectWorker } from '../core/workflows/connect-worker.ts'
import { createFunctions } from '../core/workflows/functions.ts'
import type { Worker } from '../core/workflows/worker.ts'
import type { Core } from './open-core.ts'
import type { Prepared } from './prepare.ts'
import type { Bots } from './start-bots.ts'

/**
 * Does the pending work if this process has the role `worker`: Inngest's functions, the sweep for what Inngest was not
 * told or has forgotten, and the projections of tickets.
 */
export function startBackgroundWork(
  { configuration, services }: Prepared,
  { desk, database, inngest, send, metrics }: Core,
  { messengers }: Bots,
) {
  const mailer = createMailer({ ...services.mail, from: configuration.mailFrom })
  if (!configuration.roles.has('worker')) return { mailer, worker: undefined, stopTimers: [] }
  const worker: Worker = {
    desk,
    deliveries: countDeliveries(createDeliveryStore(database), metrics),
    mailer,
    ...messengers,
    gemini: configuration.gemini,
    appUrl: configuration.appUrl,
    triaged: metrics.triaged,
  }
  const healthUrl = services.inngest?.baseUrl ? new URL('/health', services.inngest.baseUrl).href : null
  const projections = [createTextProjection(database, desk.texts)]
  return {
    mailer,
    worker: inngest
      ? connectWorker(inngest, createFunctions(inngest, worker), healthUrl, desk.log)
      : undefined,
    stopTimers: [
      startSweeping(outboxesOf(desk), send, desk.now, desk.log),
      createTicketProjector(database, projections, desk.now).start(desk.log),
    ],
  }
}

export type BackgroundWork = ReturnType<typeof startBackgroundWork>
