import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import mongoose from 'mongoose'
import type { InngestSettings } from '../../core/workflows/inngest.ts'
import { startLocalServices } from '../../local/services.ts'

export type BenchServices = Awaited<ReturnType<typeof startBenchServices>>

/**
 * A real database and a real Inngest server for one run: those that `MONGODB_URI` and `INNGEST_BASE_URL` with its keys
 * name, else ones of our own in a folder that is removed afterwards.
 * @throws Error in one line when one of them does not start
 */
export async function startBenchServices(report: (line: string) => void) {
  const { MONGODB_URI, INNGEST_BASE_URL, INNGEST_EVENT_KEY = '', INNGEST_SIGNING_KEY = '' } = process.env
  const dataFolder = await mkdtemp(path.join(tmpdir(), 'deskbridge-bench-'))
  const local = await startLocalServices({
    needs: { database: !MONGODB_URI, inngest: !INNGEST_BASE_URL, mail: false },
    dataFolder,
    report,
  })
  const databases: string[] = []

  /** The address of a database that nobody else uses; it is dropped at the end. */
  function freshDatabase(): string {
    const server = MONGODB_URI ?? local.database?.uri ?? ''
    const uri = server.replace(/^([^/]*\/\/[^/?]*)(\/[^?]*)?/, `$1/bench_${randomBytes(6).toString('hex')}`)
    databases.push(uri)
    return uri
  }

  async function stopAll() {
    for (const uri of databases) await dropDatabase(uri)
    await local.stop()
    await rm(dataFolder, { recursive: true, force: true, maxRetries: 5 })
  }
  let stopping: Promise<void> | undefined
  const stop = () => {
    stopping ??= stopAll()
    return stopping
  }

  if (local.problems.length > 0) {
    await stop()
    throw new Error(local.problems.join('\n'))
  }
  const inngest: InngestSettings = {
    app: 'bench',
    baseUrl: INNGEST_BASE_URL ?? local.inngest?.baseUrl,
    eventKey: local.inngest?.eventKey ?? INNGEST_EVENT_KEY,
    signingKey: local.inngest?.signingKey ?? INNGEST_SIGNING_KEY,
  }
  return {
    freshDatabase,
    inngest,
    database: local.database?.description ?? 'the database that MONGODB_URI names',
    stop,
  }
}

async function dropDatabase(uri: string) {
  const connection = await mongoose.createConnection(uri).asPromise()
  await connection.dropDatabase()
  await connection.close()
}
