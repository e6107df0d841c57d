import { access } from 'node:fs/promises'
import path from 'node:path'
import { startDocumentDb } from './documentdb.ts'
import { documentDbBuilt, documentDbObstacle } from './documentdb-build.ts'
import { lockDataFolder } from './lock.ts'
import type { RunningDatabase } from './mongo-ready.ts'
import { downloadMongod, mongodAtHand, startMongod } from './mongod.ts'
import { freePorts } from './ports.ts'
import type { Report } from './progress.ts'

export type LocalDatabase = {
  /** Without a database name. */
  uri: string
  description: string
  stop(): Promise<void>
}

type Engine = {
  description: string
  start(options: { folder: string; logs: string; port: number }): Promise<RunningDatabase>
}

/**
 * Starts a database on 127.0.0.1 that keeps its data in `<dataFolder>/database` and its logs in `<dataFolder>/logs`.
 * Throws one line with a remedy when none can be had here, or when another process has the folder.
 */
export async function startDatabase(options: {
  dataFolder: string
  report: Report
  port?: number
}): Promise<LocalDatabase> {
  const { dataFolder, report } = options
  const lock = await lockDataFolder(dataFolder, 'database')
  try {
    const engine = await chooseEngine(path.join(dataFolder, 'database'), report)
    const port = options.port ?? (await freePorts(1))[0] ?? 0
    const database = await engine.start({
      folder: path.join(dataFolder, 'database'),
      logs: path.join(dataFolder, 'logs'),
      port,
    })
    let stopping = false
    void database.ended.then((how) => {
      if (!stopping)
        report(`The database ended by itself (${how}): restart the desk; its logs are in ${dataFolder}/logs`)
    })
    const stop = async () => {
      stopping = true
      await database.stop()
      lock.release()
    }
    return { uri: `mongodb://127.0.0.1:${port}/`, description: engine.description, stop }
  } catch (error) {
    lock.release()
    throw error
  }
}

/** Data once written by one kind of database is only ever opened by that kind. */
async function chooseEngine(folder: string, report: Report): Promise<Engine> {
  const documentDb: Engine = {
    description: 'DocumentDB (Postgres and FerretDB), built on this machine',
    start: (options) => startDocumentDb({ ...options, folder: path.join(folder, 'documentdb') }, report),
  }
  const mongoDb = (program: string): Engine => ({
    description: `MongoDB (${program})`,
    start: (options) => startMongod(program, { ...options, folder: path.join(folder, 'mongod') }),
  })
  const ours = await exists(path.join(folder, 'documentdb'))
  const obstacle = await documentDbObstacle()
  if (ours && !obstacle) return documentDb

  const atHand = await mongodAtHand()
  if (atHand) return mongoDb(atHand)
  const theirs = await exists(path.join(folder, 'mongod'))
  if (!theirs && !obstacle && (await documentDbBuilt())) return documentDb

  const downloaded = await downloadMongod(report)
  if (downloaded) return mongoDb(downloaded)
  if (theirs) throw new Error(`The data in ${folder} needs mongod: install MongoDB, or set MONGODB_URI`)
  if (obstacle) throw new Error(`No database here (${obstacle}): install MongoDB, or set MONGODB_URI`)
  return documentDb
}

function exists(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  )
}
