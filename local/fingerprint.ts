import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'

/** A hash of these files, and of all files in these folders except those below `except`. */
export async function fingerprint(paths: { folders: string[]; files: string[]; except: string }) {
  const hash = createHash('sha256')
  const found = await Promise.all(paths.folders.map(filesIn))
  const files = found.flat().filter((file) => !file.startsWith(paths.except + path.sep))
  for (const file of [...files.sort(), ...paths.files]) hash.update(await readFile(file))
  return hash.digest('hex')
}

async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name))
}
