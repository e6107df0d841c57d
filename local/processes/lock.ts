import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

// Biome does not know this module, and reports an import of it as unresolved.
const { DatabaseSync } = process.getBuiltinModule('node:sqlite')

/** Held until `release`, or until the process that holds it ends in any way. */
export type Lock = { release(): void }

/**
 * Takes the lock `file`. Returns undefined when it is taken, also by this process. It is SQLite's exclusive lock on an
 * empty database. The kernel drops it with the process, so it is never stale.
 */
export async function tryLock(file: string): Promise<Lock | undefined> {
  await mkdir(path.dirname(file), { recursive: true })
  const database = new DatabaseSync(file, { timeout: 0 })
  try {
    database.exec('begin exclusive')
  } catch (error) {
    database.close()
    if (isBusy(error)) return undefined
    throw error
  }
  return { release: () => void (database.isOpen && database.close()) }
}

/** Waits for the lock. `waiting` is called once when the lock is taken at first. */
export async function waitForLock(file: string, waiting: () => void): Promise<Lock> {
  const first = await tryLock(file)
  if (first) return first
  waiting()
  for (;;) {
    await sleep(250)
    const lock = await tryLock(file)
    if (lock) return lock
  }
}

/** Keeps a second desk away from a service's data. @throws one line when another process has the lock */
export async function lockDataFolder(dataFolder: string, service: string): Promise<Lock> {
  await mkdir(dataFolder, { recursive: true, mode: 0o700 })
  const lock = await tryLock(path.join(dataFolder, `${service}.lock`))
  if (lock) return lock
  throw new Error(
    `Another process uses the ${service} data in ${dataFolder}. Stop it, or choose another data folder`,
  )
}

const sqliteBusy = 5

function isBusy(error: unknown): boolean {
  return error instanceof Error && 'errcode' in error && error.errcode === sqliteBusy
}
