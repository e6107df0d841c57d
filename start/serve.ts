import { createApi } from '../api/create-api.ts'
import { readHealth } from '../core/health.ts'
import { receiveMail } from '../core/inbound-mail/receive-mail.ts'
import { healthChecks } from './health-checks.ts'
import type { Core } from './open-core.ts'
import type { Prepared } from './prepare.ts'
import { signInProviders } from './sign-in-providers.ts'
import type { BackgroundWork } from './start-background-work.ts'
import type { Bots } from './start-bots.ts'

/**
 * Serves API and console on the port that `prepare` took. Without the role `api` it serves only health and metrics.
 * @returns reads the health of all services
 */
export function serve(
  { configuration, http, services, consoleFolder, gemini, log }: Prepared,
  { desk, database, backlog, metrics, inbound }: Core,
  { slack, discord }: Bots,
  { mailer, mailboxReader, worker, stuck }: BackgroundWork,
) {
  const checks = healthChecks({
    ...{ configuration, database, mailer, mailboxReader, worker, stuck, slack, discord },
    geminiProblem: () => gemini.now()?.circuit.problem() ?? null,
  })
  const health = () => readHealth(checks, backlog)
  http.serve(
    createApi({
      desk,
      health,
      mailbox: services.mailbox,
      inboundMail: inbound && {
        receive: (source) => receiveMail(inbound, source),
        secret: configuration.inboundMail?.webhookSecret,
        maxBytes: inbound.maxBytes,
      },
      providers: signInProviders({ configuration, log }),
      slack: slack?.router,
      metrics: { metrics, token: configuration.metricsToken },
      onlyOperations: !configuration.roles.has('api'),
      consoleFolder,
      trustProxy: configuration.trustProxy,
      secureCookies: configuration.appUrl.startsWith('https:'),
    }),
  )
  return health
}
