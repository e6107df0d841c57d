import type { Configuration } from '../core/configuration/configuration.ts'
import type { Checks, ServiceState } from '../core/health.ts'
import type { Mailer } from '../core/notifications/mail/mailer.ts'
import { type Database, pingDatabase } from '../core/open-database.ts'

type Live = { state: () => ServiceState }

export type Watched = {
  configuration: Configuration
  database: Database
  mailer: Mailer
  /** reads the mailbox, if this process does */
  mailboxReader: Live | undefined
  worker: Live | undefined
  /** the queues that Inngest does not start */
  stuck: () => Promise<string[]>
  /** why Gemini isn't asked at the moment */
  geminiProblem: () => string | null
  slack: Live | undefined
  discord: Live | undefined
}

const mailCheckMs = 15_000

/** Repeats a check only every so often. Health is public, and each request would otherwise greet the mail server. */
function atMostEvery(ms: number, check: () => Promise<ServiceState>) {
  let last: Promise<ServiceState> | undefined
  let at = 0
  return () => {
    if (last && Date.now() - at < ms) return last
    at = Date.now()
    last = check()
    return last
  }
}

const notConfigured = (variables: string): ServiceState => ({
  state: 'not configured',
  detail: `set ${variables}`,
})

const elsewhere: ServiceState = {
  state: 'not configured',
  detail: 'runs in another process (see DESK_ROLES)',
}

const geminiState = (model: string, problem: string | null): ServiceState =>
  problem
    ? { state: 'down', detail: `${problem}. The local engine triages meanwhile` }
    : { state: 'up', detail: model }
/** What needs no connection of this process. */
function inboundMailOf({ inboundMail, mail }: Configuration): ServiceState {
  if (inboundMail?.imap) return elsewhere
  if (inboundMail?.webhookSecret) return { state: 'up', detail: 'by webhook' }
  if (inboundMail && !mail) return { state: 'up', detail: 'answer mails in the console’s mailbox' }
  return notConfigured('INBOUND_MAIL_ADDRESS with IMAP_URL or INBOUND_MAIL_WEBHOOK_SECRET')
}

export function healthChecks({
  configuration,
  database,
  mailer,
  mailboxReader,
  worker,
  stuck,
  geminiProblem,
  slack,
  discord,
}: Watched): Checks {
  const mail = atMostEvery(mailCheckMs, () =>
    mailer.verify().then(
      (): ServiceState => ({ state: 'up', detail: 'accepts mail' }),
      (): ServiceState => ({ state: 'down', detail: 'does not accept mail. Mails wait until it does' }),
    ),
  )
  return {
    database: async () => {
      await pingDatabase(database)
      return { state: 'up', detail: 'answers' }
    },
    inngest: async () =>
      (await stuck().catch(() => [])).length > 0
        ? { state: 'down', detail: 'starts no work. Triage and deliveries wait; the desk registers again' }
        : !configuration.roles.has('worker')
          ? elsewhere
          : (worker?.state() ?? { state: 'down', detail: 'not available. Triage and deliveries wait' }),
    mail,
    'mail-in': async () => mailboxReader?.state() ?? inboundMailOf(configuration),
    slack: async () =>
      slack?.state() ??
      (configuration.slack
        ? elsewhere
        : notConfigured('SLACK_BOT_TOKEN and SLACK_APP_TOKEN or SLACK_SIGNING_SECRET')),
    discord: async () =>
      discord?.state() ??
      (configuration.discord
        ? elsewhere
        : notConfigured('DISCORD_TOKEN, DISCORD_GUILD_ID and DISCORD_CHANNEL_ID')),
    gemini: async () =>
      configuration.gemini
        ? geminiState(configuration.gemini.model, geminiProblem())
        : {
            ...notConfigured('GEMINI_API_KEY'),
            detail: 'set GEMINI_API_KEY. The local engine triages meanwhile',
          },
  }
}
