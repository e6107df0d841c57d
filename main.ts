import { firstAdminToken } from './core/users/mail-links/first-admin.ts'
import { announcement } from './start/announce.ts'
import { stopListening } from './start/listen.ts'
import { type Core, openCore } from './start/open-core.ts'
import { type Prepared, prepare } from './start/prepare.ts'
import { serve } from './start/serve.ts'
import { type BackgroundWork, startBackgroundWork } from './start/start-background-work.ts'
import { type Bots, startBots } from './start/start-bots.ts'
import { stopInOrder, stopOnSignals } from './start/stop.ts'
import { waitUntilUp } from './start/wait-until-up.ts'

const waitForServicesMs = 2_500

/**
 * Starts the whole desk: configuration, services, core, surfaces.
 * @returns stops it @throws Error with one line and the remedy when a service is missing that the desk can't do without
 */
async function startDesk(environment: NodeJS.ProcessEnv, print: (line: string) => void) {
  const startedAt = Date.now()
  const prepared = await prepare(environment, print)
  const core = await openCore(prepared)
  const bots = await startBots(prepared, core)
  const work = startBackgroundWork(prepared, core, bots)
  const health = serve(prepared, core, bots, work)
  const [playground] = await Promise.all([
    openPlayground(prepared, core, print),
    waitUntilUp(waitForServicesMs, work.worker, bots.slack, bots.discord),
  ])
  print(
    announcement({
      url: prepared.configuration.appUrl,
      health: await health(),
      services: prepared.services,
      playgroundUrl: playground?.url,
      setupToken: prepared.configuration.roles.has('api') ? await firstAdminToken(core.desk) : null,
      startedInMs: Date.now() - startedAt,
    }),
  )
  return () => stopDesk(prepared, core, bots, work, playground)
}

/** Gives the local platforms their people and their page, if there are any. */
async function openPlayground(prepared: Prepared, core: Core, print: (line: string) => void) {
  const { platforms } = prepared
  if (!platforms) return undefined
  const [{ setUpPeople }, { startPlayground }] = await Promise.all([
    import('./start/playground/set-up-people.ts'),
    import('./start/playground/start-playground.ts'),
  ])
  return startPlayground(prepared, platforms, core, await setUpPeople(core.desk, platforms), print)
}

type Playground = NonNullable<Awaited<ReturnType<typeof openPlayground>>>

/** Stops from the outside in: first new requests, then new work, then what both need. */
const stopDesk = (
  { http, services, platforms, log }: Prepared,
  core: Core,
  bots: Bots,
  work: BackgroundWork,
  playground: Playground | undefined,
) =>
  stopInOrder(
    [
      () => playground?.stop(),
      () => core.desk.live.close(),
      () => Promise.all([stopListening(http.server, 2_000), bots.slack?.stop(), bots.discord?.stop()]),
      () => {
        for (const stop of work.stopTimers) stop()
      },
      () => work.mailboxReader?.stop(),
      () => core.relay.drain(),
      () => work.worker?.stop(),
      () => work.mailer.close(),
      () => Promise.all([core.desk.passwords.close(), core.inbound?.reader.close()]),
      () => Promise.all([core.background.database.close(), core.database.close()]),
      () => core.forgetRunning(),
      () => platforms?.stop(),
      () => services.stop(),
    ],
    log,
  )

try {
  stopOnSignals(await startDesk(process.env, (line) => console.log(line)))
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
}
