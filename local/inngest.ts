import { randomBytes } from 'node:crypto'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { startChild } from './child.ts'
import { inngestBinary } from './inngest-binary.ts'
import { lockDataFolder } from './lock.ts'
import { freePorts } from './ports.ts'
import type { Report } from './progress.ts'

const { DatabaseSync } = process.getBuiltinModule('node:sqlite')

export type InngestPorts = { api: number; connectGateway: number; gatewayGrpc: number; executorGrpc: number }

export type LocalInngest = {
  /** the value for INNGEST_BASE_URL */
  baseUrl: string
  eventKey: string
  signingKey: string
  description: string
  /** Pass them to a later start, so connected apps find the server again. */
  ports: InngestPorts
  stop(): Promise<void>
}

type StartOptions = { dataFolder: string; report: Report; ports?: InngestPorts }

/**
 * Starts an Inngest server on 127.0.0.1. It keeps history, keys and apps in `<dataFolder>/inngest`. Its queue is only in memory, so
 * waiting runs are lost when it stops. A server that was built here listens only on 127.0.0.1. An installed one opens its Connect
 * and gRPC ports on all interfaces, which only a firewall can prevent.
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
  const { dataFolder, report } = options
  const binary = await inngestBinary(report)
  const ports = options.ports ?? (await choosePorts())
  const keys = await readKeys(path.join(folder, 'keys.json'))
  setWriteAheadLog(path.join(folder, 'main.db'))
  const child = await startChild({
    name: 'Inngest',
    command: binary.file,
    args: [
      ...['start', '--host', '127.0.0.1', '--port', String(ports.api), '--sqlite-dir', folder],
      ...['--connect-gateway-port', String(ports.connectGateway)],
      ...['--connect-gateway-grpc-port', String(ports.gatewayGrpc)],
      ...['--connect-executor-grpc-port', String(ports.executorGrpc)],
      ...['--tick', '20', '--log-level', 'warn'],
    ],
    // Not as arguments, since every user of the machine can read those.
    env: { INNGEST_EVENT_KEY: keys.eventKey, INNGEST_SIGNING_KEY: keys.signingKey },
    cwd: folder,
    log: path.join(dataFolder, 'logs', 'inngest.log'),
    // It would wait minutes for a connected worker. Killing it loses no more than stopping it does.
    stopWithin: 1500,
    remedy: 'Set INNGEST_BASE_URL to use a server of your own',
    onExit: report,
  })
  const baseUrl = `http://127.0.0.1:${ports.api}`
  await child.ready(() => isHealthy(baseUrl), 30_000)
  const stop = async () => {
    await child.stop()
    release()
  }
  return { baseUrl, ...keys, description: binary.description, ports, stop }
}

async function choosePorts(): Promise<InngestPorts> {
  const [api = 0, connectGateway = 0, gatewayGrpc = 0, executorGrpc = 0] = await freePorts(4)
  return { api, connectGateway, gatewayGrpc, executorGrpc }
}

async function isHealthy(baseUrl: string) {
  const response = await fetch(`${baseUrl}/health`, { signal: AbortSignal.timeout(2000) })
  if (!response.ok) throw new Error(`status ${response.status}`)
}

type Keys = { eventKey: string; signingKey: string }

/** Generated once. The signing key must be hex. */
async function readKeys(file: string): Promise<Keys> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as Keys
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error
  }
  const keys = { eventKey: randomBytes(24).toString('hex'), signingKey: randomBytes(32).toString('hex') }
  await writeFile(`${file}.new`, JSON.stringify(keys), { mode: 0o600 })
  await rename(`${file}.new`, file)
  return keys
}

/** With a fresh file in another mode, thousands of trace inserts fail (7 instead of 55 runs per second). */
function setWriteAheadLog(file: string) {
  const database = new DatabaseSync(file)
  database.exec('pragma journal_mode=WAL')
  database.close()
}
