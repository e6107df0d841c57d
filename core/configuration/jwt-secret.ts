import { randomBytes } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** Reads the secret from the data folder, or generates it on first use. Only the file's owner can read it. */
export async function keptJwtSecret(dataFolder: string): Promise<string> {
  const file = join(dataFolder, 'jwt-secret')
  await mkdir(dataFolder, { recursive: true, mode: 0o700 })
  try {
    await writeFile(file, randomBytes(48).toString('base64url'), { flag: 'wx', mode: 0o600 })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
  return (await readFile(file, 'utf8')).trim()
}
