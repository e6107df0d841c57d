import path from 'node:path'
import { exists } from '../exists.ts'
import { lockDataFolder } from '../processes/lock.ts'
import type { Report } from '../progress.ts'
import { privateFolder, shortPath } from '../socket-folder.ts'
import type { DatabaseOptions } from './database-options.ts'
import { startDocumentDb } from './documentdb.ts'
import { documentDbBuilt, documentDbObstacle, documentDbPrograms } from './documentdb-build.ts'
import { mongoUri } from './mongo-ready.ts'
import { downloadMongod, findMongod, startMongod } from './mongod.ts'

export type LocalDatabase = {
  /** without a database name */
  uri: string
  description: string
  stop(): Promise<void>
}

type Engine = {
  description: string
  /** the name of its data folder */
  folder: string
  prepare(report: Report): Promise<unknown>
  /** @returns the path of its Unix socket, which ends in `.sock` */
  start(options: DatabaseOptions): Promise<{ socket: string; stop(): Promise<void> }>
}

/**
 * Starts a database that needs no password and listens only on a Unix socket in a folder that other users can't enter.
 * Its data is in `<dataFolder>/database`, its logs in `<dataFolder>/logs`.
 * @throws one line with a remedy when no database can run here, or when another process uses the folder
 */
export async function startDatabase(options: { dataFolder: string; report: Report }): Promise<LocalDatabase> {
  const { dataFolder, report } = options
  const lock = await lockDataFolder(dataFolder, 'database')
  try {
    const data = path.join(dataFolder, 'database')
    const engine = await chooseEngine(data, report)
    const folder = path.join(data, engine.folder)
    // Everything of the database is in here, also Postgres's own socket.
    const sockets = await shortPath(await privateFolder(path.join(await privateFolder(data), 'sockets')))
    const logs = path.join(dataFolder, 'logs')
    const database = await engine.start({ folder, logs, sockets: sockets.folder, report })
    const stop = async () => {
      await database.stop()
      await sockets.removeLink()
      lock.release()
    }
    return { uri: mongoUri(database.socket), description: engine.description, stop }
  } catch (error) {
    lock.release()
    throw error
  }
}

/** Downloads or builds what the first `startDatabase` needs, without starting it. */
export async function prepareDatabase(report: Report) {
  await (await chooseEngine(undefined, report)).prepare(report)
}

const documentDb: Engine = {
  description: 'DocumentDB (Postgres and FerretDB), built on this machine',
  folder: 'documentdb',
  prepare: documentDbPrograms,
  start: startDocumentDb,
}

const mongoDb = (program: string): Engine => ({
  description: `MongoDB (${program})`,
  folder: 'mongod',
  prepare: async () => undefined,
  start: (options) => startMongod(program, options),
})

/** Data that one kind of database has written is only opened by that kind. */
async function chooseEngine(data: string | undefined, report: Report): Promise<Engine> {
  const written = (folder: string) => (data === undefined ? false : exists(path.join(data, folder)))
  const obstacle = await documentDbObstacle()
  if (!obstacle && (await written('documentdb'))) return documentDb

  const found = await findMongod()
  if (found) return mongoDb(found)
  const needsMongod = await written('mongod')
  if (!needsMongod && !obstacle && (await documentDbBuilt())) return documentDb

  const downloaded = await downloadMongod(report)
  if (downloaded) return mongoDb(downloaded)
  if (needsMongod) throw new Error(`The data in ${data} needs mongod. Install MongoDB, or set MONGODB_URI`)
  if (obstacle) throw new Error(`No database can run here: ${obstacle}. Install MongoDB, or set MONGODB_URI`)
  return documentDb
}
