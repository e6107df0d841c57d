import type { Readable } from 'node:stream'
import type { Desk } from '../desk.ts'
import { conflict } from '../errors.ts'
import { RetryLater } from '../provider-errors.ts'
import { infected, scanFile } from './scan-file.ts'
import type { StoredFile } from './stored-file.ts'

type Opening = Pick<Desk, 'files' | 'fileBytes' | 'scanner' | 'now'>

/**
 * Reads a file's bytes for somebody. Everything that hands out files goes through here: where a scanner is configured,
 * the file has passed it.
 * @param range the first byte and the one after the last
 * @throws conflict when the file is infected, or can't be scanned now
 */
export async function openFile(
  desk: Opening,
  file: StoredFile,
  range?: { start: number; end: number },
): Promise<Readable> {
  const virus = await scanFile(desk, file).catch((error: unknown) => {
    if (!(error instanceof RetryLater)) throw error
    throw conflict('It is being checked for viruses. Try again in a minute.')
  })
  if (virus) throw conflict(infected(virus))
  return range ? desk.fileBytes.read(file._id, range) : desk.fileBytes.readWhole(file)
}
