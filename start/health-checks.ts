import type { Configuration } from '../core/configuration/configuration.ts'
import { type Database, pingDatabase } from '../core/open-database.ts'
import type { Checks, ServiceState } from '../core/health.ts'
import type { Mailer } from '../core/notifications/mailer.ts'

type Live = { state: () => ServiceState }

export type Watched = {
  configuration: Configuration
  database: Database
  mailer: Mailer
  worker: Live | undefined
  slack: Live | undefined
  discord: Live | undefined
}

const mailLookEveryMs = 15_000

/** Health is public and asked often; a mail server need not be greeted each time. */
function lookedAtSometimes(look: () => Promise<ServiceState>, everyMs: number) {
  let last: Promise<ServiceState> | undefined
  let at = 0
  return () => {
    if (last && Date.now() - at < everyMs) return last
    at = Date.now()
    last = look()
    return last
  }
}

const notConfigured = (variables: string): ServiceState => ({
  state: 'not configured',
  detail: `set ${variables}`,
})

const elsewhere: ServiceState = {
  state: 'not configured',
  detail: 'DESK_ROLES leaves it to another process',
}

export function healthChecks({ configuration, database, mailer, worker, slack, discord }: Watched): Checks {
  const mail = lookedAtSometimes(
    () =>
      mailer.verify().then(
        (): ServiceState => ({ state: 'up', detail: 'takes mail' }),
        (): ServiceState => ({ state: 'down', detail: 'does not take mail; it is sent when it does again' }),
      ),
    mailLookEveryMs,
  )
  return {
    database: async () => {
      await pingDatabase(database)
      return { state: 'up', detail: 'answers' }
    },
    inngest: async () =>
      !configuration.roles.has('worker')
        ? elsewhere
        : (worker?.state() ?? { state: 'down', detail: 'triage and deliveries wait' }),
    mail,
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
        ? { state: 'up', detail: configuration.gemini.model }
        : { ...notConfigured('GEMINI_API_KEY'), detail: 'the local engine triages; set GEMINI_API_KEY' },
  }
}
