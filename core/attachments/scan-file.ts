import type { Desk } from '../desk.ts'
import type { StoredFile } from './stored-file.ts'

type Scanning = Pick<Desk, 'files' | 'fileBytes' | 'scanner' | 'now'>

/** Whether the file still has to pass the scanner before anybody gets it. */
export const needsScan = ({ scanner }: Pick<Desk, 'scanner'>, { scannedAt }: StoredFile) =>
  scanner !== null && !scannedAt

/**
 * Lets the virus scanner look at a file once, where one is configured. The bytes of an infected file are removed.
 * @returns the name of the virus; null: the file may be handed out
 * @throws RetryLater while the scanner is away
 */
export async function scanFile(desk: Scanning, file: StoredFile): Promise<string | null> {
  if (file.virus) return file.virus
  if (!desk.scanner || file.scannedAt) return null
  const virus = await desk.scanner(desk.fileBytes.readWhole(file))
  await desk.files.scanned(file._id, desk.now(), virus)
  if (virus) await desk.fileBytes.remove(file._id)
  return virus
}

export const infected = (virus: string) => `The virus scanner found ${virus} in it.`
