import { startCleaningFiles } from '../core/attachments/clean-files.ts'
import type { ImapSettings } from '../core/configuration/inbound-mail.ts'
import { outboxesOf } from '../core/create-desk.ts'
import { createCheckpoint } from '../core/database/checkpoint-store.ts'
import { mailboxKey, startReadingMailbox } from '../core/inbound-mail/imap/read-mailbox.ts'
import { type InboundMail, receiveMail } from '../core/inbound-mail/receive-mail.ts'
import { countDeliveries } from '../core/metrics/count-deliveries.ts'
import { createDeliveryStore } from '../core/notifications/deliveries/delivery-store.ts'
import { createMailer } from '../core/notifications/mail/mailer.ts'
import type { Database } from '../core/open-database.ts'
import { createPickupStore } from '../core/outbox/pickup-store.ts'
import { startSweeping } from '../core/outbox/sweep.ts'
import { startWatchingPickup } from '../core/outbox/watch-pickup.ts'
import { createTextProjection } from '../core/search/project-texts.ts'
import { isListed } from '../core/tickets/files/read-file.ts'
import { createTicketProjector } from '../core/tickets/store/project-tickets.ts'
import { createBudget } from '../core/triage/gemini/budget.ts'
import { startTraining } from '../core/triage/models/start-training.ts'
import { startFollowingSchedules } from '../core/users/duty/follow-schedules.ts'
import { connectWorker } from '../core/workflows/connect-worker.ts'
import { createFunctions } from '../core/workflows/functions.ts'
import { createInngest, type InngestSettings } from '../core/workflows/inngest.ts'
import { startOfferingAgain } from '../core/workflows/offer-again.ts'
import { startPassingOn } from '../core/workflows/pass-on-tickets.ts'
import type { Worker } from '../core/workflows/worker.ts'
import type { Core } from './open-core.ts'
import type { Prepared } from './prepare.ts'
import type { Bots } from './start-bots.ts'

/**
 * Does the pending work if this process has the role `worker`: Inngest's functions, the sweep for what Inngest was not
 * told or has forgotten, and the projections of tickets.
 */
export function startBackgroundWork(
  { configuration, services, gemini }: Prepared,
  { background: { desk, database }, send, metrics, inbound }: Core,
  { messengers }: Bots,
) {
  const mailer = createMailer({ ...services.mail, from: configuration.mailFrom })
  const pickups = createPickupStore(database, desk.now)
  const { enabledQueues: served, now, log } = desk
  const watch = { outboxes: outboxesOf(desk), pickups, served, now, log }
  if (!configuration.roles.has('worker'))
    return {
      mailer,
      mailboxReader: undefined,
      worker: undefined,
      stuck: pickups.stuck,
      stopTimers: [startWatchingPickup(watch), desk.similar.start(log)],
    }
  const budget = createBudget(database, configuration.geminiBudget, desk.now)
  const worker: Worker = {
    desk,
    deliveries: countDeliveries(createDeliveryStore(database), metrics),
    mailer,
    ...messengers,
    get gemini() {
      const settings = gemini.now()
      return settings && { ...settings, budget }
    },
    appUrl: configuration.appUrl,
    triaged: metrics.triaged,
    pickedUp: (queue) => void pickups.mark(queue).catch(() => undefined),
  }
  const projections = [createTextProjection(database, desk.texts)]
  const settings = services.inngest
  const healthUrl = settings?.baseUrl ? new URL('/health', settings.baseUrl).href : null
  const app = (of: InngestSettings, version?: string) => {
    const client = createInngest(of, desk.log, version)
    return { client, functions: createFunctions(client, worker) }
  }
  const connected = settings
    ? connectWorker((version) => app(settings, version), healthUrl, desk.log)
    : undefined
  return {
    mailer,
    mailboxReader:
      configuration.inboundMail?.imap &&
      inbound &&
      readMailbox(configuration.inboundMail.imap, inbound, database),
    worker: connected,
    stuck: pickups.stuck,
    stopTimers: [
      startWatchingPickup({ ...watch, register: connected?.register }),
      startFollowingSchedules(desk),
      startPassingOn(desk),
      startOfferingAgain(desk),
      startTraining(desk),
      startSweeping(outboxesOf(desk), send, desk.now, desk.log),
      startCleaningFiles(desk, (file) => isListed(desk, file)),
      createTicketProjector(database, projections, desk.now).start(desk.log),
      desk.similar.start(log),
    ],
  }
}

/** Takes in what arrives in the mailbox. One process at a time does so. */
const readMailbox = (settings: ImapSettings, inbound: InboundMail, database: Database) =>
  startReadingMailbox({
    settings,
    receive: (source) => receiveMail(inbound, source),
    maxBytes: inbound.maxBytes,
    checkpoint: createCheckpoint(database, mailboxKey(settings)),
    ...{ gateways: inbound.desk.gateways, now: inbound.desk.now, log: inbound.desk.log },
  })

export type BackgroundWork = ReturnType<typeof startBackgroundWork>
