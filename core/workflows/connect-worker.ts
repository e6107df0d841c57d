import { randomUUID } from 'node:crypto'
import { connect, type WorkerConnection } from 'inngest/connect'
import type { Log } from '../log.ts'

const lookEveryMs = 2_000
const maxConcurrency = 20

type App = Parameters<typeof connect>[0]['apps'][number]

export type WorkerState = { state: 'up' | 'down'; detail: string }

/**
 * Keeps a Connect worker registered with Inngest. It needs no inbound port, and runs wait while the desk restarts. The
 * SDK's own reconnects can be five minutes apart, so this polls the server's health and opens a new connection as soon
 * as the server is back.
 * @param app the client and its functions. Inngest ignores a registration that it knows already, even if the app was
 * deleted since, so each later one has a version of its own.
 * @param healthUrl null for Inngest Cloud, where only the SDK reconnects
 */
export function connectWorker(app: (version?: string) => App, healthUrl: string | null, log: Log) {
  let connection: WorkerConnection | undefined
  let connecting: Promise<void> | undefined
  let stopped = false
  let wasDown = false
  let version: string | undefined
  let timer: NodeJS.Timeout | undefined

  async function open() {
    try {
      const opened = await connect({
        apps: [app(version)],
        // With the default, the host name, a restarted worker would inherit the runs of its killed predecessor.
        instanceId: randomUUID(),
        handleShutdownSignals: [],
        maxWorkerConcurrency: maxConcurrency,
        isolateExecution: false,
      })
      if (stopped) await opened.close()
      else connection = opened
    } catch (error) {
      log.warn({ reason: (error as Error).message }, 'Inngest refuses the worker; trying again')
    } finally {
      connecting = undefined
    }
  }

  async function closeOld() {
    const old = connection
    connection = undefined
    await old?.close().catch(() => undefined)
  }

  async function look() {
    const up = healthUrl === null || (await isHealthy(healthUrl))
    if (up && wasDown) await closeOld()
    if (!up && !wasDown) log.warn('Inngest is not reachable: triage and deliveries wait')
    if (up && wasDown) log.info('Inngest is back')
    wasDown = !up
    if (up && !connection && !connecting && !stopped) connecting = open()
    if (!stopped) timer = setTimeout(look, lookEveryMs)
  }

  void look()

  /**
   * Tells Inngest again about the app and its functions, as after somebody has deleted them there.
   * @returns false when Inngest is away, or when this worker is busy
   */
  async function register(): Promise<boolean> {
    const running = connection?.getDebugState().inFlightRequestCount ?? 0
    if (stopped || wasDown || running >= maxConcurrency) return false
    log.warn('registering with Inngest again')
    version = randomUUID()
    await connecting
    await closeOld()
    connecting ??= open()
    await connecting
    return connection !== undefined
  }

  async function stop() {
    stopped = true
    clearTimeout(timer)
    await connection?.close().catch(() => undefined)
  }

  const state = (): WorkerState =>
    !wasDown && connection?.state === 'ACTIVE'
      ? { state: 'up', detail: 'the worker is connected' }
      : { state: 'down', detail: 'triage and deliveries wait until Inngest is reachable' }

  return { stop, state, register }
}

const isHealthy = (url: string) =>
  fetch(url, { signal: AbortSignal.timeout(1_500) }).then(
    (response) => response.ok,
    () => false,
  )
