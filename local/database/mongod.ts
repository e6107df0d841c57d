import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { type CachedBuild, ensureCached, findCached } from '../cache.ts'
import { startChild } from '../processes/child.ts'
import { findOnPath } from '../processes/dies-with-parent.ts'
import { runCommand } from '../processes/run-command.ts'
import type { Report } from '../progress.ts'
import type { DatabaseOptions } from './database-options.ts'
import { answersMongo, mongoUri } from './mongo-ready.ts'

/** Starts `mongod` on `folder`. It always makes a socket that is named for its port, and none for TCP without an address. */
export async function startMongod(program: string, options: DatabaseOptions) {
  await mkdir(options.folder, { recursive: true, mode: 0o700 })
  const { sockets } = options
  const socket = path.join(sockets, 'mongodb-27017.sock')
  const child = await startChild({
    name: 'MongoDB',
    command: program,
    args: [
      ...['--dbpath', options.folder, '--port', '27017', '--quiet'],
      ...['--unixSocketPrefix', sockets, '--bind_ip', path.join(sockets, 'desk.sock')],
    ],
    log: path.join(options.logs, 'mongod.log'),
    remedy: 'Set MONGODB_URI to use a database of your own',
    onExit: options.report,
  })
  await child.ready(() => answersMongo(mongoUri(socket)), 60_000)
  return { socket, stop: child.stop }
}

/** Finds `mongod` on PATH or in the cache. */
export async function findMongod(): Promise<string | undefined> {
  return findOnPath('mongod') ?? programIn(await findCached(download))
}

const failureCachedMs = 10 * 60_000
let failedUntil = 0

/** Downloads `mongod` with mongodb-memory-server. Returns undefined when that fails, and then for 10 minutes. */
export async function downloadMongod(report: Report): Promise<string | undefined> {
  if (Date.now() < failedUntil) return undefined
  try {
    return programIn(await ensureCached(download, report))
  } catch (error) {
    failedUntil = Date.now() + failureCachedMs
    report(`MongoDB could not be downloaded: ${error instanceof Error ? error.message : error}`)
    return undefined
  }
}

const programIn = (folder: string | undefined) => folder && path.join(folder, 'mongod')

const download: CachedBuild = {
  name: `mongod-${process.platform}-${process.arch}`,
  title: 'Downloading MongoDB (once, about 100 MB)',
  build: async (folder, log) => {
    const script = fileURLToPath(new URL('./download-mongod.ts', import.meta.url))
    await runCommand(process.execPath, [script, folder], { log, timeout: 10 * 60_000 })
  },
  verify: async (folder) => {
    await runCommand(path.join(folder, 'mongod'), ['--version'], { log: '/dev/null', timeout: 20_000 })
  },
}
