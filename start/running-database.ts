import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { startDatabase } from '../local/database.ts'

const noteOf = (dataFolder: string) => path.join(dataFolder, 'running.json')

/** Leaves word of where the desk's own database is, for programs beside it. @returns how to take it back */
export async function noteRunning(dataFolder: string, mongodbUri: string): Promise<() => Promise<void>> {
  await mkdir(dataFolder, { recursive: true, mode: 0o700 })
  await writeFile(noteOf(dataFolder), JSON.stringify({ pid: process.pid, mongodbUri }), { mode: 0o600 })
  return () => rm(noteOf(dataFolder), { force: true })
}

function isAlive(pid: number) {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

async function runningUri(dataFolder: string): Promise<string | null> {
  const note = await readFile(noteOf(dataFolder), 'utf8').catch(() => null)
  if (!note) return null
  const { pid, mongodbUri } = JSON.parse(note) as { pid: number; mongodbUri: string }
  return isAlive(pid) ? mongodbUri : null
}

/** The desk's database: the configured one, the one of a desk that runs here, or this folder's, started for a while. */
export async function findDatabase(
  configured: string | undefined,
  dataFolder: string,
  report: (line: string) => void,
): Promise<{ uri: string; stop: () => Promise<void> }> {
  const uri = configured ?? (await runningUri(dataFolder))
  if (uri) return { uri, stop: async () => {} }
  const database = await startDatabase({ dataFolder, report })
  return { uri: `${database.uri}deskbridge`, stop: database.stop }
}
