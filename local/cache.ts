import { randomUUID } from 'node:crypto'
import { access, mkdir, readdir, rename, rm } from 'node:fs/promises'
import { homedir } from 'node:os'
import path from 'node:path'
import { waitForLock } from './processes/lock.ts'
import { type Report, step } from './progress.ts'

/** A program that is built or downloaded once and kept in the user's cache folder. */
export type CachedBuild = {
  /** The folder's name in the cache, with version and platform. */
  name: string
  /** Shown while it is built. */
  title: string
  /** Builds it in the empty `folder`. Its output goes to the file `log`. */
  build(folder: string, log: string): Promise<void>
  /** Throws when the build in `folder` does not work. */
  verify(folder: string): Promise<void>
}

/** `$XDG_CACHE_HOME/deskbridge` or `~/.cache/deskbridge`. */
export function cacheFolder(env: NodeJS.ProcessEnv = process.env): string {
  return path.join(env.XDG_CACHE_HOME || path.join(homedir(), '.cache'), 'deskbridge')
}

/**
 * Returns the folder of a build, and builds it first when it is missing or does not work. Two processes never build the
 * same thing at once. A folder gets its final name only after it was verified, so it is always complete.
 */
export async function ensureCached(
  build: CachedBuild,
  report: Report,
  cache = cacheFolder(),
): Promise<string> {
  const folder = path.join(cache, build.name)
  if (await works(build, folder)) return folder
  const lock = await waitForLock(path.join(cache, `${build.name}.lock`), () =>
    report(`${build.title}: waiting for another process that is doing it`),
  )
  try {
    if (await works(build, folder)) return folder
    await step(report, build.title, () => buildAndPublish(build, cache, folder))
    return folder
  } finally {
    lock.release()
  }
}

/** The folder of a build that exists and works, else undefined. */
export async function findCached(build: CachedBuild, cache = cacheFolder()): Promise<string | undefined> {
  const folder = path.join(cache, build.name)
  return (await works(build, folder)) ? folder : undefined
}

async function buildAndPublish(build: CachedBuild, cache: string, folder: string) {
  await removeAbandoned(cache, build.name)
  const unfinished = path.join(cache, `${unfinishedPrefix(build.name)}${randomUUID()}`)
  await mkdir(unfinished)
  try {
    await build.build(unfinished, path.join(cache, `${build.name}.log`))
    await build.verify(unfinished)
    await removeTree(folder)
    await rename(unfinished, folder)
  } catch (error) {
    await removeTree(unfinished)
    throw error
  }
}

async function works(build: CachedBuild, folder: string): Promise<boolean> {
  try {
    await access(folder)
    await build.verify(folder)
    return true
  } catch {
    return false
  }
}

const unfinishedPrefix = (name: string) => `.unfinished-${name}-`

/** Removes what killed builds left. The caller holds the lock, so no build is in progress. */
async function removeAbandoned(cache: string, name: string) {
  for (const entry of await readdir(cache))
    if (entry.startsWith(unfinishedPrefix(name))) await removeTree(path.join(cache, entry))
}

async function removeTree(folder: string) {
  await rm(folder, { recursive: true, force: true })
}
