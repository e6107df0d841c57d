import { randomUUID } from 'node:crypto'
import { access, mkdir, readdir, rename, rm } from 'node:fs/promises'
import { homedir } from 'node:os'
import path from 'node:path'
import { waitForLock } from './lock.ts'
import { type Report, step } from './progress.ts'

/** Something that is built or downloaded once for this user and kept. */
export type Kept = {
  /** The folder's name under the cache: says what it is, its version and its platform. */
  name: string
  /** What the person reads while it is made. */
  title: string
  /** Makes it in `folder`, which exists and is empty; its own output goes to `log`. */
  build(folder: string, log: string): Promise<void>
  /** Throws when what `folder` holds does not work. */
  verify(folder: string): Promise<void>
}

/** `$XDG_CACHE_HOME/deskbridge` or `~/.cache/deskbridge`. */
export function cacheFolder(env: NodeJS.ProcessEnv = process.env): string {
  return path.join(env.XDG_CACHE_HOME || path.join(homedir(), '.cache'), 'deskbridge')
}

/**
 * Answers the folder of a kept thing, building it first when it is not there or no longer works. Two processes never build the
 * same thing at once, and a folder under its final name is always whole: it was verified, then renamed to it.
 */
export async function keep(kept: Kept, report: Report, cache = cacheFolder()): Promise<string> {
  const folder = path.join(cache, kept.name)
  if (await works(kept, folder)) return folder
  const lock = await waitForLock(path.join(cache, `${kept.name}.lock`), () =>
    report(`${kept.title}: another process is at it, waiting`),
  )
  try {
    if (await works(kept, folder)) return folder
    await step(report, kept.title, () => buildAndPublish(kept, cache, folder))
    return folder
  } finally {
    lock.release()
  }
}

/** The folder of a kept thing if it is there and works. */
export async function keptAlready(kept: Kept, cache = cacheFolder()): Promise<string | undefined> {
  const folder = path.join(cache, kept.name)
  return (await works(kept, folder)) ? folder : undefined
}

async function buildAndPublish(kept: Kept, cache: string, folder: string) {
  await removeAbandoned(cache, kept.name)
  const unfinished = path.join(cache, `${unfinishedPrefix(kept.name)}${randomUUID()}`)
  await mkdir(unfinished)
  try {
    await kept.build(unfinished, path.join(cache, `${kept.name}.log`))
    await kept.verify(unfinished)
    await removeTree(folder)
    await rename(unfinished, folder)
  } catch (error) {
    await removeTree(unfinished)
    throw error
  }
}

async function works(kept: Kept, folder: string): Promise<boolean> {
  try {
    await access(folder)
    await kept.verify(folder)
    return true
  } catch {
    return false
  }
}

const unfinishedPrefix = (name: string) => `.unfinished-${name}-`

/** A build that was killed leaves its folder; whoever holds the lock knows that nobody uses it. */
async function removeAbandoned(cache: string, name: string) {
  for (const entry of await readdir(cache))
    if (entry.startsWith(unfinishedPrefix(name))) await removeTree(path.join(cache, entry))
}

async function removeTree(folder: string) {
  await rm(folder, { recursive: true, force: true })
}
