import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { startDatabase } from '../local/database/database.ts'

const noteFile = (dataFolder: string) => path.join(dataFolder, 'running.json')

/** Writes down where the running desk's database is, for `npm run user`. @returns removes the note */
export async function recordRunningDesk(
  dataFolder: string,
  mongodbUri: string,
): Promise<() => Promise<void>> {
  await mkdir(dataFolder, { recursive: true, mode: 0o700 })
  await writeFile(noteFile(dataFolder), JSON.stringify({ pid: process.pid, mongodbUri }), { mode: 0o600 })
  return () => rm(noteFile(dataFolder), { force: true })
}

function isAlive(pid: number) {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

/** The desk that runs on this data folder now. */
export async function runningDesk(dataFolder: string): Promise<{ pid: number; mongodbUri: string } | null> {
  const note = await readFile(noteFile(dataFolder), 'utf8').catch(() => null)
  if (!note) return null
  const running = JSON.parse(note) as { pid: number; mongodbUri: string }
  return isAlive(running.pid) ? running : null
}

/** Finds the desk's database: the configured one, else the one of a running desk, else the folder's own, which it starts. */
export async function findDatabase(
  configured: string | undefined,
  dataFolder: string,
  report: (line: string) => void,
): Promise<{ uri: string; stop: () => Promise<void> }> {
  const uri = configured ?? (await runningDesk(dataFolder))?.mongodbUri
  if (uri) return { uri, stop: async () => {} }
  const database = await startDatabase({ dataFolder, report })
  return { uri: `${database.uri}deskbridge`, stop: database.stop }
}
