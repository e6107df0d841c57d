import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { type CachedBuild, ensureCached, findCached } from './cache.ts'
import { type Child, startChild } from './child.ts'
import type { DatabaseOptions } from './database-options.ts'
import { findOnPath } from './dies-with-parent.ts'
import { answersMongo } from './mongo-ready.ts'
import type { Report } from './progress.ts'
import { runCommand } from './run-command.ts'

/** Starts `mongod` on `folder` at 127.0.0.1:`port`. */
export async function startMongod(program: string, options: DatabaseOptions): Promise<Child> {
  await mkdir(options.folder, { recursive: true })
  const child = await startChild({
    name: 'MongoDB',
    command: program,
    args: ['--dbpath', options.folder, '--port', String(options.port), '--bind_ip', '127.0.0.1', '--quiet'],
    log: path.join(options.logs, 'mongod.log'),
    remedy: 'Set MONGODB_URI to use a database of your own',
    onExit: options.report,
  })
  await child.ready(() => answersMongo(`mongodb://127.0.0.1:${options.port}/`), 60_000)
  return child
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
