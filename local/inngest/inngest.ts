import { randomBytes } from 'node:crypto'
import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { loadOrCreateKeys } from '../load-or-create-keys.ts'
import { freePorts, listenOnLoopback } from '../ports.ts'
import { startChild } from '../processes/child.ts'
import { diesWithParent } from '../processes/dies-with-parent.ts'
import { lockDataFolder } from '../processes/lock.ts'
import type { Report } from '../progress.ts'
import type { InngestKeys } from './inngest-admission.ts'
import { type InngestBinary, inngestBinary } from './inngest-binary.ts'
import { ownNetwork, type Wrap } from './own-network.ts'

const { DatabaseSync } = process.getBuiltinModule('node:sqlite')

export type LocalInngest = InngestKeys & {
  /** the value for INNGEST_BASE_URL */
  baseUrl: string
  description: string
  /** Pass it to a later start, so connected apps find the server again. */
  port: number
  stop(): Promise<void>
}

type StartOptions = {
  dataFolder: string
  report: Report
  port?: number
  findNetwork?: typeof ownNetwork
}

/**
 * Starts an Inngest server and a guard on 127.0.0.1 in front of it, which lets through only workers that have its keys. It keeps
 * history, keys and apps in `<dataFolder>/inngest`. Its queue is only in memory, so waiting runs are lost when it stops.
 *
 * The server runs in a network of its own, so nobody gets past the guard. Where the machine can't do that, the server's
 * own ports can be found: its API answers every program and web page on this machine, and a server that was not built here listens
 * for Connect on all interfaces.
 * @throws one line with a remedy when it does not start
 */
export async function startInngest(options: StartOptions): Promise<LocalInngest> {
  const { dataFolder } = options
  const folder = path.join(dataFolder, 'inngest')
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const lock = await lockDataFolder(dataFolder, 'inngest')
  try {
    return await startLocked(options, folder, lock.release)
  } catch (error) {
    lock.release()
    throw error
  }
}

async function startLocked(
  options: StartOptions,
  folder: string,
  release: () => void,
): Promise<LocalInngest> {
  const { dataFolder, report, findNetwork = ownNetwork } = options
  const [binary, network] = await Promise.all([inngestBinary(report), findNetwork()])
  const ports = network ? portsInOwnNetwork : await portsOnThisMachine()
  const keys = await loadOrCreateKeys(path.join(folder, 'keys.json'), makeKeys)
  setWriteAheadLog(path.join(folder, 'main.db'))
  const port = options.port ?? (await freePorts(1))[0] ?? 0
  const host = `127.0.0.1:${port}`
  const listening = await listenOnLoopback(port).catch((error: Error) => {
    throw new Error(`Inngest cannot use port ${port} (${error.message}). ${remedy}`)
  })
  const child = await startChild({
    name: 'Inngest',
    command: process.execPath,
    args: [guarded, String(ports.api), String(ports.gateway), binary.file, ...argumentsFor(folder, ports)],
    // Not as arguments, since every user of the machine can read those.
    env: { INNGEST_EVENT_KEY: keys.eventKey, INNGEST_SIGNING_KEY: keys.signingKey },
    cwd: folder,
    log: path.join(dataFolder, 'logs', 'inngest.log'),
    // It would wait minutes for a connected worker. Killing it loses no more than stopping it does.
    stopWithin: 1500,
    remedy,
    onExit: report,
    gives: { message: { host }, listening },
    wrap: network ?? diesWithParent,
  })
  const baseUrl = `http://${host}`
  await child.ready(() => isHealthy(baseUrl), 30_000)
  const stop = async () => {
    await child.stop()
    release()
  }
  return { baseUrl, ...keys, description: descriptionOf(binary, network), port, stop }
}

const remedy = 'Set INNGEST_BASE_URL to use a server of your own'
const guarded = fileURLToPath(new URL('./run-guarded-inngest.ts', import.meta.url))

type Ports = { api: number; gateway: number; gatewayGrpc: number; executorGrpc: number }

const portsInOwnNetwork: Ports = { api: 8288, gateway: 8289, gatewayGrpc: 50052, executorGrpc: 50053 }

async function portsOnThisMachine(): Promise<Ports> {
  const [api = 0, gateway = 0, gatewayGrpc = 0, executorGrpc = 0] = await freePorts(4)
  return { api, gateway, gatewayGrpc, executorGrpc }
}

const argumentsFor = (folder: string, { api, gateway, gatewayGrpc, executorGrpc }: Ports) => [
  ...['start', '--host', '127.0.0.1', '--port', String(api), '--sqlite-dir', folder],
  ...['--connect-gateway-port', String(gateway)],
  ...['--connect-gateway-grpc-port', String(gatewayGrpc)],
  ...['--connect-executor-grpc-port', String(executorGrpc)],
  ...['--no-ui', '--tick', '20', '--log-level', 'warn'],
]

const descriptionOf = ({ description }: InngestBinary, network: Wrap | undefined) =>
  network
    ? description
    : `${description}. Other programs and web pages on this machine can reach it (docs/local-services.md)`

async function isHealthy(baseUrl: string) {
  const response = await fetch(`${baseUrl}/health`, { signal: AbortSignal.timeout(2000) })
  if (!response.ok) throw new Error(`status ${response.status}`)
}

/** The signing key must be hex. */
const makeKeys = (): InngestKeys => ({
  eventKey: randomBytes(24).toString('hex'),
  signingKey: randomBytes(32).toString('hex'),
})

/** With a fresh file in another mode, thousands of trace inserts fail (7 instead of 55 runs per second). */
function setWriteAheadLog(file: string) {
  const database = new DatabaseSync(file)
  database.exec('pragma journal_mode=WAL')
  database.close()
}
