import type { Desk } from '../desk.ts'
import { repeatedly } from '../repeatedly.ts'
import { removeFiles } from './remove-files.ts'
import type { StoredFile } from './stored-file.ts'

const everyMs = 3_600_000
const keptLooseMs = 24 * 3_600_000
const batchSize = 100

type Cleaning = Pick<Desk, 'files' | 'fileBytes' | 'now'>

/**
 * Removes files that nobody has attached for a day, and the remains of uploads that were killed. A file whose ticket or
 * comment lists it stays, even if its outbox entry has not been handled yet.
 * @param isListed whether the owner of a file exists and lists it
 * @returns how many were removed
 */
export async function cleanFiles(desk: Cleaning, isListed: (file: StoredFile) => Promise<boolean>) {
  const before = new Date(desk.now().getTime() - keptLooseMs)
  let removed = 0
  for (;;) {
    const loose = await desk.files.looseBefore(before, batchSize)
    for (const file of loose) {
      const { _id, ticket, comment } = file
      if (ticket && (await isListed(file)))
        await desk.files.attached([_id], { ticket, ...(comment ? { comment } : {}) })
      else {
        await removeFiles(desk, [file])
        removed++
      }
    }
    if (loose.length < batchSize) return removed
  }
}

/** Cleans every hour. Two processes may do so at once: they remove the same files. @returns a function that stops it */
export const startCleaningFiles = (
  desk: Cleaning & Pick<Desk, 'log'>,
  isListed: (file: StoredFile) => Promise<boolean>,
) =>
  repeatedly(
    () => cleanFiles(desk, isListed),
    everyMs,
    (error) => desk.log.warn({ reason: error.message }, 'files that nobody attached could not be removed'),
  )
