import { randomBytes } from 'node:crypto'
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** Reads the secret from the data folder, or generates it on first use. Only the file's owner can read it. */
export async function loadOrCreateJwtSecret(dataFolder: string): Promise<string> {
  const file = join(dataFolder, 'jwt-secret')
  await mkdir(dataFolder, { recursive: true, mode: 0o700 })
  const kept = await readFile(file, 'utf8').catch(nothing)
  if (kept === undefined) await create(file)
  return (kept ?? (await readFile(file, 'utf8'))).trim()
}

/** Another process that starts now sees either no file or all of it: a link appears with its content. */
async function create(file: string) {
  const draft = `${file}.${randomBytes(6).toString('hex')}`
  await writeFile(draft, randomBytes(48).toString('base64url'), { flag: 'wx', mode: 0o600 })
  try {
    await link(draft, file)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  } finally {
    await rm(draft, { force: true })
  }
}

const nothing = (error: NodeJS.ErrnoException) => {
  if (error.code !== 'ENOENT') throw error
  return undefined
}
